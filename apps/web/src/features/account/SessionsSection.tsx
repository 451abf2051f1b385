import type { Session } from '@prologue/contracts'
import { For, Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Section } from '../../ui/Section.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { agentName } from './agentName.ts'
import { SessionRow, SessionSkeleton } from './SessionRow.tsx'
import { createSessionActs, createSessionList } from './sessionList.ts'
import styles from './SessionsSection.module.css'

/** Every browser that is signed in, this one first. */
export function SessionsSection() {
  const list = createSessionList()
  const failure = createFailure(list)
  const acts = createSessionActs()
  const act = createAct()
  const say = useToasts()
  const sessions = () =>
    list.isPending ? undefined : list.data?.toSorted((one, other) => Number(other.current) - Number(one.current))
  const hasOthers = () => (sessions()?.length ?? 0) > 1

  const revoke = (session: Session) =>
    act.run(async () => {
      await acts.revoke(session.id)
      say(`${agentName(session.userAgent)} is signed out.`)
    })
  const revokeOthers = () =>
    act.run(async () => {
      await acts.revokeOthers()
      say('All other browsers are signed out.')
    })

  return (
    <Section
      ref={keepFocus}
      title="Sessions"
      lead="Where you are signed in. What you do not know, sign out, and change your password."
    >
      <Switch fallback={<SessionSkeleton />}>
        <Match when={sessions()}>
          {(known) => (
            <ul class={styles.list}>
              <For each={known()}>
                {(session) => <SessionRow session={session} busy={act.busy()} onRevoke={() => void revoke(session)} />}
              </For>
            </ul>
          )}
        </Match>
        <Match when={failure()}>
          <div class={styles.failed} role="alert">
            <p>They could not be read. {describeFailure(failure())}</p>
            <Button size="small" onClick={() => void list.refetch()}>
              Try again
            </Button>
          </div>
        </Match>
      </Switch>
      <Show when={act.failure()} keyed>
        {(error) => <FormFailure error={error} />}
      </Show>
      <Show when={hasOthers()}>
        <Button variant="danger" size="small" class={styles.all} onClick={() => void revokeOthers()}>
          Sign out all others
        </Button>
      </Show>
    </Section>
  )
}
