import { Navigate, useLocation, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { withNext } from '../features/auth/nextPath.ts'
import { useSession } from '../identity/session.tsx'
import { ConnectionProvider } from '../realtime/connection.tsx'
import { Failure } from '../ui/Failure.tsx'
import { RoomFrame } from './conversation/RoomFrame.tsx'

/** Asks who is there before anything of the conversation is asked for. */
export default function ConversationPage() {
  const params = useParams<{ id: string }>()
  const location = useLocation()
  const session = useSession()
  return (
    <Switch>
      <Match when={session.state() === 'failed'}>
        <main>
          <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
        </main>
      </Match>
      <Match when={session.state() === 'known'}>
        <Show when={session.account()} fallback={<Navigate href={withNext('/login', location.pathname)} />}>
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
