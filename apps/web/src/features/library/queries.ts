import type { TemplateHit } from '@prologue/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { createMemo, type Accessor } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { api } from '../../api.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { paged } from '../../paged.ts'
import { filterOf, type LibraryChoice } from './choice.ts'

/** What is shown goes on standing while the next is read, but never under another list's name. */
function sameList({ scope }: LibraryChoice) {
  return <Data>(before: Data | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
    query?.queryKey[2] === scope ? before : undefined
}

/** The templates of a choice, page by page. */
export function createHits(choice: Accessor<LibraryChoice>, enabled: Accessor<boolean>) {
  const list = useInfiniteQuery(() => {
    const chosen = choice()
    const { sort } = chosen
    return {
      queryKey: [...libraryKeys.hits, chosen.scope, filterOf(chosen), sort],
      ...paged((from) => api.library.browse.query({ ...filterOf(chosen), ...(sort && { sort }), ...from })),
      placeholderData: sameList(chosen),
      enabled: enabled(),
      // Whoever comes back sees at once what was there, and a moment later what is there now.
      staleTime: 0,
    }
  })
  // A reading replaces the pages as a whole: nothing in them is watched by itself, which for some hundred cards costs a phone much.
  const hits = createMemo<readonly TemplateHit[] | undefined>(() =>
    list.isPending ? undefined : unwrap(list.data)?.pages.flatMap((page) => page.items),
  )
  return { list, hits }
}

/** How much of what is found has which category, tag and family. It travels alone, so that what was found need not wait for it. */
export function createFacets(choice: Accessor<LibraryChoice>, enabled: Accessor<boolean>) {
  const query = useQuery(() => {
    const chosen = choice()
    return {
      queryKey: [...libraryKeys.facets, chosen.scope, filterOf(chosen)],
      queryFn: () => api.library.facets.query(filterOf(chosen), { context: { alone: true } }),
      placeholderData: sameList(chosen),
      enabled: enabled(),
      staleTime: 0,
    }
  })
  return createMemo(() => (query.isPending ? undefined : query.data))
}
