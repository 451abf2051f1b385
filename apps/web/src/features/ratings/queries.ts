import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

export const ratingKeys = {
  all: (templateId: string) => ['ratings', templateId] as const,
  summary: (templateId: string) => ['ratings', templateId, 'summary'] as const,
  reviews: (templateId: string) => ['ratings', templateId, 'reviews'] as const,
  usage: (templateId: string) => ['template-usage', templateId] as const,
}

/** How many gave how many stars. */
export function createRatingSummary(templateId: () => string) {
  return useQuery(() => {
    const id = templateId()
    return { queryKey: ratingKeys.summary(id), queryFn: () => api.ratings.summary.query({ templateId: id }) }
  })
}

/** What people wrote, the newest first. */
export function createReviewList(templateId: () => string) {
  return useInfiniteQuery(() => {
    const id = templateId()
    return {
      queryKey: ratingKeys.reviews(id),
      ...paged((from) => api.ratings.reviews.query({ templateId: id, ...from })),
      reconcile: 'id',
    }
  })
}

/** How often it was used on each of the last ninety days. */
export function createUsage(templateId: () => string) {
  return useQuery(() => {
    const id = templateId()
    return { queryKey: ratingKeys.usage(id), queryFn: () => api.templates.usage.query({ templateId: id }) }
  })
}
