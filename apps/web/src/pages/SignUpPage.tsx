import { A, Navigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { nextPath, withNext } from '../features/auth/nextPath.ts'
import { useSession } from '../features/auth/session.tsx'
import { SignUpForm } from '../features/auth/SignUpForm.tsx'
import { AccountPage } from './parts/AccountPage.tsx'

export default function SignUpPage() {
  const [query] = useSearchParams()
  const session = useSession()
  const next = () => nextPath(query['next'])
  const setupToken = () => (typeof query['setup'] === 'string' && query['setup'] ? query['setup'] : undefined)
  return (
    <Show when={!session.account()} fallback={<Navigate href={next()} />}>
      <AccountPage
        title={setupToken() ? 'Set up this server' : 'Create an account'}
        lead={
          <Switch fallback="A name for others to see, and a way to sign in. Nothing else is asked.">
            <Match when={setupToken()}>You are setting up this server: this account becomes its administrator.</Match>
            <Match when={session.canSetUp()}>
              This server has no administrator yet. To become it, open the setup link that the server printed when it started; an
              account made here is an ordinary one.
            </Match>
          </Switch>
        }
        other={
          <>
            Have an account? <A href={withNext('/login', next())}>Sign in</A>
          </>
        }
      >
        <SignUpForm setupToken={setupToken()} />
      </AccountPage>
    </Show>
  )
}
