import { accountRoles } from '@prologue/contracts'
import { useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { createSearch } from '../../ui/createSearch.ts'
import { TextField } from '../../ui/Field.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import { createUserActs } from './createUserActs.ts'
import styles from './List.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { roleNames } from './roleNames.ts'
import { createUserList, readUserChoice } from './userList.ts'
import { UserRow } from './UserRow.tsx'

const roles = [{ value: '', label: 'Any role' }, ...accountRoles.map((value) => ({ value, label: `${roleNames[value]}s` }))]
const states = [
  { value: '', label: 'Any state' },
  { value: 'locked', label: 'Locked by an administrator' },
  { value: 'deleted', label: 'Deleted' },
]

/** Every account of the server, found as one types. */
export function UserList() {
  const [query, setQuery] = useSearchParams()
  const choice = () => readUserChoice(query)
  const [typed, setTyped] = createSignal(choice().search ?? '')
  const list = createUserList(choice)
  const failure = createFailure(list)
  const acts = createUserActs()
  const session = useSession()
  const pages = () => (list.isPending ? undefined : list.data?.pages)
  const users = () => pages()?.flatMap((page) => page.items) ?? []
  createSearch(typed, (words) => {
    if (words !== (choice().search ?? '')) setQuery({ q: words || null }, { replace: true })
  })

  return (
    <div class={styles.list}>
      <div class={styles.asked}>
        <div class={styles.search}>
          <TextField
            label="Find"
            type="search"
            placeholder="How the name or the address begins"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <PlainSelect
          label="Role"
          value={choice().role ?? ''}
          choices={roles}
          onChoose={(role) => setQuery({ role: role || null })}
        />
        <PlainSelect
          label="State"
          value={choice().state ?? ''}
          choices={states}
          onChoose={(state) => setQuery({ state: state || null })}
        />
      </div>
      <Show
        when={pages() || !failure()}
        fallback={
          <div class={styles.state} role="alert">
            <p>The accounts could not be read. {describeFailure(failure())}</p>
            <Button size="small" onClick={() => void list.refetch()}>
              Try again
            </Button>
          </div>
        }
      >
        <Show when={pages()} fallback={<ListSkeleton label="Reading the accounts" />}>
          <Show when={users().length > 0} fallback={<p class={styles.state}>{nobody(choice())}</p>}>
            <ul ref={keepFocus} class={styles.rows} aria-label="Accounts">
              <For each={users()}>{(user) => <UserRow user={user} own={user.id === session.account()?.id} acts={acts} />}</For>
            </ul>
            <Show when={list.hasNextPage}>
              <Button variant="plain" size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                Show more
              </Button>
            </Show>
          </Show>
        </Show>
      </Show>
    </div>
  )
}

function nobody({ search, role, state }: ReturnType<typeof readUserChoice>): string {
  if (role === undefined && state === undefined) return 'No name and no address here begins so.'
  return search === undefined ? 'Nobody here is of this kind.' : 'Nobody of this kind has a name or an address that begins so.'
}
