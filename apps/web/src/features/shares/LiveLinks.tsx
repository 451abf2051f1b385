import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import styles from './LinksPanel.module.css'
import type { ShareList } from './queries.ts'
import { RevocableList } from './RevocableList.tsx'
import { shareMeta } from './shareMeta.ts'

/** Every link that still lets people in. */
export function LiveLinks(props: { shares: ShareList; busy: boolean; onRevoke: (id: string) => void }) {
  const links = () => (props.shares.isPending ? [] : (props.shares.data ?? []).filter((share) => share.email === null))
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
          <p class={styles.meta}>They could not be read. {describeFailure(props.shares.error)}</p>
        </Match>
        <Match when={props.shares.isSuccess}>
          <Show when={links().length > 0} fallback={<p class={styles.meta}>None. Nobody comes in by a link.</p>}>
            <RevocableList
              items={links().map((share) => ({ id: share.id, title: roleWords[share.role], meta: shareMeta(share) }))}
              busy={props.busy}
              sure="Revoke for all"
              before="When a link is revoked, people who came by it lose access."
              asked="People who came by it lose access at once. Press again to revoke."
              onRevoke={props.onRevoke}
            />
          </Show>
        </Match>
      </Switch>
    </section>
  )
}
