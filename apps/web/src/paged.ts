type Page = { nextCursor: string | null }

/** How a list is read page by page, as options of an infinite query: from its beginning, then on from where the last page ended. */
export function paged<P extends Page>(read: (from: { cursor?: string }) => Promise<P>) {
  return {
    queryFn: ({ pageParam }: { pageParam: string | null }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.nextCursor,
  }
}
