import { A, Navigate, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { nextPath, withNext } from '../features/auth/nextPath.ts'
import { SecondFactorForm } from '../features/auth/SecondFactorForm.tsx'
import { SignInForm } from '../features/auth/SignInForm.tsx'
import { useSession } from '../identity/session.tsx'
import { NarrowPage } from './parts/NarrowPage.tsx'

export default function SignInPage() {
  const [query] = useSearchParams()
  const session = useSession()
  const [challenge, setChallenge] = createSignal<string>()
  const next = () => nextPath(query['next'])
  return (
    <Show when={!session.account()} fallback={<Navigate href={next()} />}>
      <NarrowPage
        title={challenge() ? 'One more step' : 'Sign in'}
        lead={
          <Switch fallback="Welcome back. Your conversations are as you left them.">
            <Match when={challenge()}>Your password was right. Now the code of your authenticator app.</Match>
            <Match when={query['reset'] === 'done'}>Your password is changed. Sign in with the new one.</Match>
            <Match when={query['ended']}>
              You were signed out here. Sign in to go on where you were; nothing you wrote is lost.
            </Match>
            <Match when={next() !== '/'}>Sign in to go on to where you were headed.</Match>
          </Switch>
        }
        other={
          <Show when={!challenge()}>
            New here? <A href={withNext('/signup', next())}>Create an account</A>
          </Show>
        }
      >
        <Show when={challenge()} fallback={<SignInForm onChallenge={setChallenge} />}>
          {(known) => <SecondFactorForm challenge={known()} onBack={() => setChallenge(undefined)} />}
        </Show>
      </NarrowPage>
    </Show>
  )
}
