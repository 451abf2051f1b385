import { Show } from 'solid-js'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import styles from './LinksPanel.module.css'
import type { ShareActions, ShareList } from './queries.ts'
import { RevocableList } from './RevocableList.tsx'
import { shareMeta } from './shareMeta.ts'

/** Invitations by mail that nobody has followed yet. */
export function PendingInvitations(props: { shares: ShareList; actions: ShareActions }) {
  const act = createAct()
  const waiting = () =>
    (props.shares.isPending ? [] : (props.shares.data ?? [])).flatMap((share) =>
      share.email === null
        ? []
        : [{ id: share.id, title: share.email, meta: `${roleWords[share.role]} · ${shareMeta({ ...share, usesLeft: null })}` }],
    )
  const revoke = (id: string) => {
    const { actions } = props
    void act.run(() => actions.revoke(id))
  }
  return (
    <Show when={waiting().length > 0}>
      <section class={styles.links} aria-labelledby="waiting-invitations">
        <h3 id="waiting-invitations" class={styles.heading}>
          Invited by mail, not here yet
        </h3>
        <RevocableList
          items={waiting()}
          busy={act.busy()}
          sure="Revoke for good"
          before="An invitation lets one person in."
          asked="The link in the mail stops working. Press again to revoke."
          onRevoke={revoke}
        />
        <Show when={act.failure()} keyed>
          {(failure) => <FormFailure error={failure} />}
        </Show>
      </section>
    </Show>
  )
}
