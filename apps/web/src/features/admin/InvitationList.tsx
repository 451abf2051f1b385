import type { AccountInvitation } from '@prologue/contracts'
import { For } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { dateOnly, fullTime } from '../../ui/time.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createInvitationCalls, createInvitationList } from './invitations.ts'
import styles from './List.module.css'
import row from './Row.module.css'

/** The invitations that wait for their people. */
export function InvitationList() {
  const list = createInvitationList()
  const failure = createFailure(list)
  const calls = createInvitationCalls()
  const act = createAct()
  const say = useToasts()
  const attempt = async (work: () => Promise<void>, done: string) => {
    await act.run(work)
    const refused = act.failure()
    say(refused ? describeFailure(refused) : done, { tone: refused ? 'bad' : 'plain' })
  }
  return (
    <ListFrame
      noun="invitations"
      items={list.isPending ? undefined : list.data}
      failure={failure()}
      onRetry={() => void list.refetch()}
      waiting={<Skeleton width="16rem" height="1.25rem" />}
      empty="Nobody is invited who has not come yet."
    >
      {(rows) => (
        <ul ref={keepFocus} class={styles.rows} aria-label="Open invitations">
          <For each={rows()}>
            {(invitation) => (
              <InvitationRow
                invitation={invitation}
                busy={act.busy()}
                onAgain={() =>
                  void attempt(
                    () => calls.invite(invitation.email),
                    `${invitation.email} is sent another link; the one before leads nowhere.`,
                  )
                }
                onRevoke={() =>
                  void attempt(() => calls.revoke(invitation.id), `The invitation of ${invitation.email} is taken back.`)
                }
              />
            )}
          </For>
        </ul>
      )}
    </ListFrame>
  )
}

function InvitationRow(props: { invitation: AccountInvitation; busy: boolean; onAgain: () => void; onRevoke: () => void }) {
  return (
    <li class={row.row} aria-label={props.invitation.email}>
      <div class={row.words}>
        <p class={row.name}>{props.invitation.email}</p>
        <p class={row.meta} dir="auto">
          invited by {props.invitation.invitedBy} · good until{' '}
          <time dateTime={props.invitation.expiresAt.toISOString()} title={fullTime(props.invitation.expiresAt)}>
            {dateOnly(props.invitation.expiresAt)}
          </time>
        </p>
      </div>
      <div class={row.acts}>
        <Button
          size="small"
          aria-label={`Send the invitation of ${props.invitation.email} again`}
          aria-disabled={props.busy || undefined}
          onClick={() => props.onAgain()}
        >
          Send again
        </Button>
        <Button
          size="small"
          variant="plain"
          aria-label={`Take back the invitation of ${props.invitation.email}`}
          aria-disabled={props.busy || undefined}
          onClick={() => props.onRevoke()}
        >
          Take back
        </Button>
      </div>
    </li>
  )
}
