import { accountRoles, type ListedUser } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { dateOnly, fullTime } from '../../ui/time.ts'
import type { UserActs } from './createUserActs.ts'
import { roleNames } from './roleNames.ts'
import { UserMenu } from './UserMenu.tsx'
import styles from './Row.module.css'

/** One account: who it is, what state it is in, and what an administrator does to it. `own`: it is that administrator's. */
export function UserRow(props: { user: ListedUser; own: boolean; acts: UserActs }) {
  /** By wrong tries. */
  const lockedUntil = () => {
    const until = props.user.lockedUntil
    return until !== null && until.getTime() > Date.now() ? until : null
  }
  const choose = async (select: HTMLSelectElement) => {
    const role = accountRoles.find((one) => one === select.value)
    // Refused, the choice goes back to what it was.
    if (role && !(await props.acts.setRole(props.user, role))) select.value = props.user.role
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
          <Show when={lockedUntil()}>
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
        <Show when={props.user.locked}>
          {(locked) => (
            <p class={styles.meta} dir="auto">
              <span class={styles.bad}>Locked {dateOnly(locked().at)}</span>: {locked().reason}
            </p>
          )}
        </Show>
      </div>
      <div class={styles.acts}>
        <Show when={(props.user.locked ?? lockedUntil()) && props.user.deletedAt === null}>
          <Button
            size="small"
            aria-label={`Unlock ${props.user.name}`}
            aria-disabled={props.acts.busy() || undefined}
            onClick={() => void props.acts.unlock(props.user)}
          >
            Unlock
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
        <UserMenu user={props.user} own={props.own} acts={props.acts} />
      </div>
    </li>
  )
}
