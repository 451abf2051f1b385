import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { ForgotForm } from '../features/auth/ForgotForm.tsx'
import { useSession } from '../identity/session.tsx'
import { Button } from '../ui/Button.tsx'
import { NarrowPage } from './parts/NarrowPage.tsx'

/** Answers alike whether there is such an account or not: nobody learns here who has one. */
export default function ForgotPage() {
  const session = useSession()
  const [asked, setAsked] = createSignal<string>()
  return (
    <Show
      when={asked()}
      fallback={
        <NarrowPage
          title="A new password"
          lead="Tell us the address you sign in with. A link to set a new password goes there."
          other={
            <>
              Remembered it? <A href="/login">Sign in</A>
            </>
          }
        >
          <ForgotForm onAsked={setAsked} />
        </NarrowPage>
      }
    >
      {(address) => (
        <NarrowPage
          answer
          title={session.mail() ? 'Look into your mail' : 'Ask your administrator'}
          lead={
            <Show
              when={session.mail()}
              fallback={
                <>
                  This server sends no mail. If <strong>{address()}</strong> has an account here, its administrator now finds the
                  link under Mail, for an hour, and can hand it to you.
                </>
              }
            >
              If <strong>{address()}</strong> has an account here, a link is on its way. It works once, for an hour.
            </Show>
          }
          other={<A href="/login">Back to the sign-in</A>}
        >
          <Button onClick={() => setAsked(undefined)}>Use another address</Button>
        </NarrowPage>
      )}
    </Show>
  )
}
