import { A, Navigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { nextPath, withNext } from '../features/auth/nextPath.ts'
import { useSession } from '../features/auth/session.tsx'
import { SignInForm } from '../features/auth/SignInForm.tsx'
import { AccountPage } from './parts/AccountPage.tsx'

export default function SignInPage() {
  const [query] = useSearchParams()
  const session = useSession()
  const next = () => nextPath(query['next'])
  return (
    <Show when={!session.account()} fallback={<Navigate href={next()} />}>
      <AccountPage
        title="Sign in"
        lead={
          next() === '/' ? 'Welcome back. Your conversations are as you left them.' : 'Sign in to go on to where you were headed.'
        }
        other={
          <>
            New here? <A href={withNext('/signup', next())}>Create an account</A>
          </>
        }
      >
        <SignInForm />
      </AccountPage>
    </Show>
  )
}
