import { A, Navigate, useLocation, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { nextPath, withNext } from '../features/auth/nextPath.ts'
import { InvitedSignUp } from '../features/auth/InvitedSignUp.tsx'
import { SignUpForm } from '../features/auth/SignUpForm.tsx'
import { useSession } from '../identity/session.tsx'
import { Button } from '../ui/Button.tsx'
import { NarrowPage } from './parts/NarrowPage.tsx'

export default function SignUpPage() {
  const [query] = useSearchParams()
  const location = useLocation()
  const session = useSession()
  const [mailed, setMailed] = createSignal<string>()
  const next = () => nextPath(query['next'])
  const token = () => location.hash.slice(1) || undefined
  const invited = () => query['by'] === 'invitation'
  const setupToken = () => (invited() ? undefined : token())
  const invitation = () => (invited() ? token() : undefined)
  return (
    <Show when={!session.account()} fallback={<Navigate href={next()} />}>
      <Show
        when={mailed()}
        fallback={
          <NarrowPage
            title={setupToken() ? 'Set up this server' : 'Create an account'}
            lead={
              <Switch fallback="A name for others to see, and a way to sign in. Nothing else is asked.">
                <Match when={setupToken()}>You are setting up this server: this account becomes its administrator.</Match>
                <Match when={invitation()}>By invitation: the link from your mail shows that the address is yours.</Match>
                <Match when={session.canSetUp()}>
                  This server has no administrator yet. To become it, open the setup link that the server printed when it started;
                  an account made here is an ordinary one.
                </Match>
              </Switch>
            }
            other={
              <>
                Have an account? <A href={withNext('/login', next())}>Sign in</A>
              </>
            }
          >
            <Switch fallback={<SignUpForm setupToken={setupToken()} onMailed={setMailed} />}>
              <Match when={invitation()} keyed>
                {(link) => <InvitedSignUp token={link} />}
              </Match>
              <Match when={session.signUp() === 'closed' && !setupToken()}>
                <p role="status">Nobody can make an account here just now. Ask an administrator of this server.</p>
              </Match>
              <Match when={session.signUp() === 'invitation' && !setupToken()}>
                <p role="status">
                  An account here begins with an invitation. Open the link in its mail, or ask an administrator of this server.
                </p>
              </Match>
            </Switch>
          </NarrowPage>
        }
      >
        {(address) => (
          <NarrowPage
            answer
            title="Look into your mail"
            lead={
              <>
                A message is on its way to <strong>{address()}</strong>. Open the link in it to confirm that the address is yours,
                then sign in. It works for an hour.
              </>
            }
            other={
              <>
                Nothing came? Look among the unwanted mail. When you <A href={withNext('/login', next())}>sign in</A>, it is sent
                again.
              </>
            }
          >
            <Button onClick={() => setMailed(undefined)}>Use another address</Button>
          </NarrowPage>
        )}
      </Show>
    </Show>
  )
}
