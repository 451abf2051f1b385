import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ago, dateOnly } from '../../ui/time.ts'
import type { createShareList } from './queries.ts'
import styles from './ShareDialog.module.css'

/** Every link that still lets people in. To revoke one cannot be undone, so it is pressed twice. */
export function LiveLinks(props: { shares: ReturnType<typeof createShareList>; busy: boolean; onRevoke: (id: string) => void }) {
  const [asked, setAsked] = createSignal<string>()
  return (
    <section class={styles.links} aria-labelledby="live-links">
      <h3 id="live-links" class={styles.heading}>
        Links that work now
      </h3>
      <Switch>
        <Match when={props.shares.isPending}>
          <Skeleton height="2.75rem" />
        </Match>
        <Match when={props.shares.isError}>
          <p class={styles.none}>They could not be read. {describeFailure(props.shares.error)}</p>
        </Match>
        <Match when={props.shares.isSuccess && props.shares.data}>
          {(shares) => (
            <Show
              when={shares().length > 0}
              fallback={<p class={styles.none}>None. Only the people who are in it see this conversation.</p>}
            >
              <ul class={styles.list}>
                <For each={shares()}>
                  {(share) => (
                    <li class={styles.link}>
                      <div>
                        <p>{share.role === 'editor' ? 'Can write' : 'Can read'}</p>
                        <p class={styles.meta}>
                          {share.createdBy}, {ago(share.createdAt)} ·{' '}
                          {share.expiresAt ? `ends ${dateOnly(share.expiresAt)}` : 'does not end'}
                        </p>
                      </div>
                      <Button
                        variant="danger"
                        size="small"
                        disabled={props.busy}
                        onClick={() => (asked() === share.id ? props.onRevoke(share.id) : setAsked(share.id))}
                      >
                        {asked() === share.id ? 'Revoke for all' : 'Revoke'}
                      </Button>
                    </li>
                  )}
                </For>
              </ul>
              <p class={styles.meta} role="status">
                {asked()
                  ? 'People who came by it lose access at once. Press again to revoke.'
                  : 'When a link is revoked, people who came by it lose access.'}
              </p>
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  )
}
