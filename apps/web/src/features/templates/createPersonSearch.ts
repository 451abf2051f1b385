import type { Person } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { createSearch } from '../../ui/createSearch.ts'

/** For less the server is not asked: too many names begin so. */
const fewestLetters = 2

/** Who may be meant by what is typed, but for one who cannot be. */
export function createPersonSearch(typed: Accessor<string>, but: Accessor<string | undefined>) {
  const [words, setWords] = createSignal('')
  createSearch(typed, setWords)
  const isLong = () => typed().trim().length >= fewestLetters
  const found = useQuery(() => ({
    queryKey: ['people', 'search', words()] as const,
    queryFn: () => api.people.search.query({ search: words() }),
    enabled: words().length >= fewestLetters,
    staleTime: 60_000,
  }))
  const people = (): readonly Person[] =>
    !isLong() || found.isPending ? [] : (found.data ?? []).filter(({ id }) => id !== but())
  return {
    people,
    /** Why there is nobody; '' where that needs no word. */
    note() {
      if (!isLong() || people().length > 0) return ''
      if (words() !== typed().trim() || found.isPending) return 'Looking…'
      return found.isError ? 'Names could not be looked up. Try again in a moment.' : 'Nobody here goes by that name.'
    },
  }
}
