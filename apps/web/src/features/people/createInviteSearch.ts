import { emailSchema, type Person } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'
import { createSearch } from '../../ui/createSearch.ts'
import { createPeopleSearch, fewestLetters } from './queries.ts'

/** Whom the words that are `typed` may mean. */
export function createInviteSearch(typed: Accessor<string>) {
  const [search, setSearch] = createSignal('')
  const found = createPeopleSearch(search)
  createSearch(typed, (words) => setSearch(words.includes('@') ? '' : words))
  const isShort = () => typed().trim().length < fewestLetters
  const email = () => emailSchema.safeParse(typed()).data
  return {
    /** A complete address. */
    email,
    people: (): readonly Person[] => (isShort() || found.isPending ? [] : (found.data ?? [])),
    /** Why there is nobody; '' where that needs no word. */
    note() {
      if (isShort()) return ''
      if (typed().includes('@')) return email() ? '' : 'Go on to the end of the address.'
      if (search() !== typed().trim() || found.isPending) return 'Looking…'
      return found.isError
        ? 'Names could not be looked up. An e-mail address works.'
        : 'Nobody here goes by that name. Invite by e-mail.'
    },
  }
}
