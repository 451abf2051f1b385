import type { Session } from '@prologue/contracts'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ago, dateOnly, fullTime } from '../../ui/time.ts'
import { agentName } from './agentName.ts'
import styles from './SessionRow.module.css'

export function SessionRow(props: { session: Session; busy: boolean; onRevoke: () => void }) {
  const name = () => agentName(props.session.userAgent)
  const lastUsed = () => ago(props.session.lastSeenAt)
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.name} title={props.session.userAgent ?? undefined}>
          {name()}
          <Show when={props.session.current}>
            <span class={styles.current}>This browser</span>
          </Show>
        </p>
        <p class={styles.meta}>
          <Show when={props.session.ip}>{(ip) => <>{ip()} · </>}</Show>
          <Show when={!props.session.current} fallback="in use now">
            {lastUsed() === 'now' ? 'used' : 'last used'}{' '}
            <time dateTime={props.session.lastSeenAt.toISOString()} title={fullTime(props.session.lastSeenAt)}>
              {lastUsed() === 'now' ? 'a moment ago' : lastUsed()}
            </time>
          </Show>{' '}
          · signed in{' '}
          <time dateTime={props.session.createdAt.toISOString()} title={fullTime(props.session.createdAt)}>
            {dateOnly(props.session.createdAt)}
          </time>
        </p>
      </div>
      <Show when={!props.session.current}>
        <Button
          variant="danger"
          size="small"
          aria-label={`Sign out ${name()}`}
          aria-disabled={props.busy || undefined}
          onClick={() => props.onRevoke()}
        >
          Sign out
        </Button>
      </Show>
    </li>
  )
}

/** As high as a row, while the rows are on their way. */
export function SessionSkeleton() {
  return (
    <div class={styles.row} aria-busy="true" aria-label="Reading your sessions">
      <div class={styles.words}>
        <Skeleton width="11rem" height="1.4rem" />
        <Skeleton width="17rem" height="1.2rem" />
      </div>
    </div>
  )
}
