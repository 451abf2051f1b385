import type { ListedUser } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { createSearch } from '../../ui/createSearch.ts'
import { TextField } from '../../ui/Field.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './List.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { createUserActs, createUserList } from './userList.ts'
import { UserRow } from './UserRow.tsx'

/** Every account of the server, found as one types. */
export function UserList() {
  const [typed, setTyped] = createSignal('')
  const [search, setSearch] = createSignal('')
  const list = createUserList(search)
  const failure = createFailure(list)
  const acts = createUserActs()
  const act = createAct()
  const say = useToasts()
  const pages = () => (list.isPending ? undefined : list.data?.pages)
  const users = () => pages()?.flatMap((page) => page.items) ?? []
  createSearch(typed, setSearch)

  /** Says whether it went well. */
  const attempt = async (work: () => Promise<void>, done: string) => {
    await act.run(work)
    const refused = act.failure()
    say(refused ? describeFailure(refused) : done, { tone: refused ? 'bad' : 'plain' })
    return !refused
  }
  const unlock = (user: ListedUser) => attempt(() => acts.unlock(user.id), `${user.name} can sign in again.`)
  const disableTwoFactor = (user: ListedUser) =>
    attempt(() => acts.disableTwoFactor(user.id), `${user.name} signs in by the password alone, and is signed out everywhere.`)

  return (
    <div class={styles.list}>
      <div class={styles.search}>
        <TextField
          label="Find"
          type="search"
          placeholder="How the name or the address begins"
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
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
          <Show when={users().length > 0} fallback={<p class={styles.state}>No name and no address here begins so.</p>}>
            <ul ref={keepFocus} class={styles.rows} aria-label="Accounts">
              <For each={users()}>
                {(user) => (
                  <UserRow
                    user={user}
                    busy={act.busy()}
                    onUnlock={() => void unlock(user)}
                    onDisableTwoFactor={() => void disableTwoFactor(user)}
                    onRole={(role) =>
                      attempt(() => acts.setRole(user.id, role), `${user.name} has a new role, and is signed out everywhere.`)
                    }
                  />
                )}
              </For>
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
