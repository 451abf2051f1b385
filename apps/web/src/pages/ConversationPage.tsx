import { useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { useSession } from '../identity/session.tsx'
import { ConnectionProvider } from '../realtime/connection.tsx'
import { Failure } from '../ui/Failure.tsx'
import { RoomFrame } from './conversation/RoomFrame.tsx'
import { ToSignIn } from './parts/ToSignIn.tsx'

/** Asks who is there before anything of the conversation is asked for. */
export default function ConversationPage() {
  const params = useParams<{ id: string }>()
  const session = useSession()
  const entered = createMemo<boolean>((before) => before || session.account() !== null, false)
  return (
    <Switch>
      <Match when={session.state() === 'failed'}>
        <main>
          <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
        </main>
      </Match>
      <Match when={session.state() === 'known'}>
        <Show when={session.account()} fallback={<ToSignIn ended={entered()} />}>
          {(account) => (
            <ConnectionProvider>
              <RoomFrame id={params.id} account={account()} />
            </ConnectionProvider>
          )}
        </Show>
      </Match>
    </Switch>
  )
}
