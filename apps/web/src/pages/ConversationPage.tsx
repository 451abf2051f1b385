import { useParams } from '@solidjs/router'
import type { Account } from '@prologue/contracts'
import { createMemo, createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { keptVisit } from '../identity/keptVisits.ts'
import { useSession } from '../identity/session.tsx'
import { ConnectionProvider } from '../realtime/connection.tsx'
import { Failure } from '../ui/Failure.tsx'
import { RoomFrame } from './conversation/RoomFrame.tsx'
import { VisitEnded } from './conversation/VisitEnded.tsx'
import { ToSignIn } from './parts/ToSignIn.tsx'

/** Asks who is there before anything of the conversation is asked for. */
export default function ConversationPage() {
  const params = useParams<{ id: string }>()
  const session = useSession()
  const entered = createMemo<boolean>((before) => before || session.account() !== null, false)
  const [unsent, setUnsent] = createSignal(false)
  // Whose session ended stays before what they wrote as long as it is nowhere else; a guest, who cannot sign in again, in any case.
  const person = createMemo<Account | null>((before) => {
    const stays = before !== null && (before.role === 'guest' || untrack(unsent))
    return session.person() ?? (stays ? before : null)
  }, null)
  return (
    <Switch>
      <Match when={session.state() === 'failed'}>
        <main>
          <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
        </main>
      </Match>
      <Match when={session.state() === 'known'}>
        <Show
          when={person()}
          fallback={
            <Show when={keptVisit(params.id)} fallback={<ToSignIn ended={entered()} />}>
              {(visit) => <VisitEnded conversationId={params.id} guestId={visit().guestId} />}
            </Show>
          }
        >
          {(account) => (
            <ConnectionProvider>
              <RoomFrame id={params.id} account={account()} signedOut={session.person() === null} onUnsent={setUnsent} />
            </ConnectionProvider>
          )}
        </Show>
      </Match>
    </Switch>
  )
}
