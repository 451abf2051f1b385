import { useLocation, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../api.ts'
import { failedWith } from '../failure.ts'
import { ConfirmAddressForm } from '../features/auth/ConfirmAddressForm.tsx'
import { useSession } from '../identity/session.tsx'
import { Button } from '../ui/Button.tsx'
import { createAct } from '../ui/createAct.ts'
import { FormFailure } from '../ui/FormFailure.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { DeadLink } from './parts/DeadLink.tsx'
import { NarrowPage } from './parts/NarrowPage.tsx'
import styles from './parts/NarrowPage.module.css'

/**
 * Where the link of a mail leads that asks whether an address is somebody's. It asks with a button before it redeems the link:
 * programs that look through mail open links, too.
 */
export default function VerifyPage() {
  const [query] = useSearchParams()
  const location = useLocation()
  const session = useSession()
  const act = createAct()
  const [confirmed, setConfirmed] = createSignal<string>()
  const [dead, setDead] = createSignal<string>()
  const token = () => location.hash.slice(1)
  const change = () => query['for'] === 'change'

  const redeem = async (token: string, call: () => Promise<{ email: string }>) => {
    try {
      const { email } = await call()
      await session.changed()
      setConfirmed(email)
    } catch (error) {
      if (!failedWith(error, 'NOT_FOUND') && !failedWith(error, 'VALIDATION')) throw error
      setDead(token)
    }
  }
  const redeemChange = () => {
    const input = { token: token() }
    return redeem(input.token, () => api.auth.confirmEmailChange.mutate(input))
  }

  return (
    <Switch
      fallback={
        <NarrowPage
          title={change() ? 'Confirm your new address' : 'Confirm your address'}
          lead={
            change()
              ? 'From then on you sign in with it, and your account’s mails go there. Other browsers are signed out.'
              : 'Enter your password, and it is yours. If you did not ask for an account here, close this page: nothing happens.'
          }
        >
          <Show
            when={change()}
            fallback={
              <ConfirmAddressForm
                token={token()}
                redeem={(input) => redeem(input.token, () => api.auth.verifyEmail.mutate(input))}
              />
            }
          >
            <div class={styles.ways}>
              <Show when={act.failure()} keyed>
                {(error) => <FormFailure error={error} />}
              </Show>
              <Button variant="primary" busy={act.busy()} onClick={() => void act.run(redeemChange)}>
                Confirm the address
              </Button>
            </div>
          </Show>
        </NarrowPage>
      }
    >
      <Match when={confirmed()}>
        {(address) => (
          <NarrowPage
            answer
            title={change() ? 'Your address is changed' : 'Your address is confirmed'}
            lead={
              <>
                <strong>{address()}</strong> is yours. {session.account() ? '' : 'Sign in to go on.'}
              </>
            }
          >
            <div class={styles.ways}>
              <Show
                when={session.account()}
                fallback={
                  <LinkButton href="/login" variant="primary">
                    Sign in
                  </LinkButton>
                }
              >
                <LinkButton href="/" variant="primary">
                  Go to the start
                </LinkButton>
              </Show>
            </div>
          </NarrowPage>
        )}
      </Match>
      <Match when={!token() || dead() === token()}>
        <DeadLink
          action={
            <Show
              when={session.account()}
              fallback={
                <LinkButton href="/login" variant="primary">
                  Sign in
                </LinkButton>
              }
            >
              <LinkButton href="/account" variant="primary">
                Go to your account
              </LinkButton>
            </Show>
          }
        >
          {session.account()
            ? 'Your account page shows the address that counts, and sends a new link.'
            : 'Sign in: if your address is not confirmed yet, a new link is sent.'}
        </DeadLink>
      </Match>
    </Switch>
  )
}
