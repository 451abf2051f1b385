import { accountRoles, type ListedUser, type AccountRole } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { dateOnly, fullTime } from '../../ui/time.ts'
import styles from './UserRow.module.css'

const roleNames: Readonly<Record<AccountRole, string>> = { admin: 'Administrator', moderator: 'Moderator', user: 'User' }

/** One account: who it is, what state it is in, and the little that an administrator does to it. */
export function UserRow(props: {
  user: ListedUser
  busy: boolean
  onUnlock: () => void
  /** For who lost app and recovery codes. It makes the account weaker, so that it is pressed twice. */
  onDisableTwoFactor: () => void
  /** Says whether it went well: where not, the choice goes back to what it was. */
  onRole: (role: AccountRole) => Promise<boolean>
}) {
  const [asked, setAsked] = createSignal(false)
  const locked = () => {
    const until = props.user.lockedUntil
    return until !== null && until.getTime() > Date.now() ? until : null
  }
  const choose = async (select: HTMLSelectElement) => {
    const role = accountRoles.find((one) => one === select.value)
    if (role && !(await props.onRole(role))) select.value = props.user.role
  }
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.name} dir="auto">
          {props.user.name}
        </p>
        <p class={styles.meta}>{props.user.email}</p>
        <p class={styles.meta}>
          <Show when={props.user.deletedAt}>
            <span class={styles.bad}>Deleted</span> ·{' '}
          </Show>
          <Show when={locked()}>
            {(until) => (
              <>
                <span class={styles.bad}>Locked until {until().toLocaleTimeString('en', { timeStyle: 'medium' })}</span> ·{' '}
              </>
            )}
          </Show>
          {props.user.emailVerified ? 'confirmed' : 'not confirmed'} · {props.user.twoFactor ? 'two factors' : 'password only'} ·
          since{' '}
          <time dateTime={props.user.createdAt.toISOString()} title={fullTime(props.user.createdAt)}>
            {dateOnly(props.user.createdAt)}
          </time>
        </p>
      </div>
      <div class={styles.acts}>
        <Show when={locked()}>
          <Button
            size="small"
            aria-label={`Unlock ${props.user.name}`}
            aria-disabled={props.busy || undefined}
            onClick={() => props.onUnlock()}
          >
            Unlock
          </Button>
        </Show>
        <Show when={props.user.twoFactor && props.user.deletedAt === null}>
          <Button
            variant={asked() ? 'danger' : 'quiet'}
            size="small"
            aria-label={`${asked() ? 'Really turn off' : 'Turn off'} two factors of ${props.user.name}`}
            aria-disabled={props.busy || undefined}
            onClick={() => (asked() ? props.onDisableTwoFactor() : setAsked(true))}
          >
            {asked() ? 'Really turn off two factors' : 'Turn off two factors'}
          </Button>
        </Show>
        <select
          class={styles.role}
          aria-label={`Role of ${props.user.name}`}
          value={props.user.role}
          disabled={props.user.deletedAt !== null}
          onChange={(event) => void choose(event.currentTarget)}
        >
          <For each={accountRoles}>{(role) => <option value={role}>{roleNames[role]}</option>}</For>
        </select>
      </div>
    </li>
  )
}
