import type { ReportStatus } from '@prologue/contracts'
import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

const reportsKey = ['templateReports'] as const

export function createReportList(status: () => ReportStatus) {
  return useInfiniteQuery(() => {
    const wanted = status()
    return {
      queryKey: [...reportsKey, wanted],
      ...paged((from) => api.templateReports.list.query({ status: wanted, ...from })),
      // Others report and decide meanwhile.
      staleTime: 0,
      // Rows stay what they are when they are read again: what has the focus keeps it.
      reconcile: 'id',
    }
  })
}

/** How many wait for a decision. */
export function createOpenCount() {
  return useQuery(() => ({
    queryKey: [...reportsKey, 'count'],
    queryFn: () => api.templateReports.countOpen.query(),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 60_000),
  }))
}

/** The text that a report is about; none for null. A version never changes. */
export function createReportedText(asked: () => string | null) {
  return useQuery(() => {
    const id = asked()
    return {
      queryKey: ['reported-text', id] as const,
      queryFn: id === null ? skipToken : () => api.templateReports.text.query({ id }),
      staleTime: Infinity,
    }
  })
}

export function createReportActs() {
  const queryClient = useQueryClient()
  const then = async (act: Promise<unknown>) => {
    try {
      await act
    } finally {
      // Where it was refused, somebody else has decided: the list shows what.
      await queryClient.invalidateQueries({ queryKey: reportsKey })
    }
  }
  return {
    uphold: (id: string) => then(api.templateReports.decide.mutate({ id, status: 'upheld' })),
    dismiss: (id: string) => then(api.templateReports.decide.mutate({ id, status: 'dismissed' })),
    reopen: (id: string) => then(api.templateReports.reopen.mutate({ id })),
  }
}
