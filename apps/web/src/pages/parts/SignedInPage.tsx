import type { AccountAbility } from '@prologue/contracts'
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js'
import { ConfirmProvider } from '../../identity/confirm.tsx'
import { useSession } from '../../identity/session.tsx'
import { createTitle } from '../../ui/createTitle.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AccountNeeded } from './AccountNeeded.tsx'
import { PageHeader } from './PageHeader.tsx'
import styles from './SignedInPage.module.css'
import { ToSignIn } from './ToSignIn.tsx'

/**
 * A page for who is signed in, or only for those of them who may do what it `needs`. What it holds is drawn from the first moment,
 * so that its skeleton stands while the session is read.
 */
export function SignedInPage(props: { title: string; lead?: JSX.Element; needs?: AccountAbility; children: JSX.Element }) {
  createTitle(() => props.title)
  const session = useSession()
  const entered = createMemo<boolean>((before) => before || session.account() !== null, false)
  const refused = () => {
    const account = session.account()
    return account !== null && props.needs !== undefined && !account.abilities.includes(props.needs)
  }
  return (
    <div class={styles.page}>
      <PageHeader />
      <Switch
        fallback={
          <main class={styles.main}>
            <div class={styles.opening}>
              <h1 class={styles.title}>{props.title}</h1>
              <Show when={props.lead}>{(lead) => <div class={styles.lead}>{lead()}</div>}</Show>
            </div>
            <ConfirmProvider>{props.children}</ConfirmProvider>
          </main>
        }
      >
        <Match when={session.state() === 'failed'}>
          <main class={styles.state}>
            <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
          </main>
        </Match>
        <Match when={session.person()?.role === 'guest'}>
          <main class={styles.state}>
            <AccountNeeded />
          </main>
        </Match>
        <Match when={session.state() === 'known' && !session.account()}>
          <ToSignIn ended={entered()} />
        </Match>
        <Match when={refused()}>
          <main class={styles.state}>
            <Notice
              heading="h1"
              title={`This page is for ${props.needs === 'template-report:decide' ? 'moderators' : 'administrators'}`}
              action={<LinkButton href="/">Go to the start</LinkButton>}
            >
              <p>An administrator can make you one.</p>
            </Notice>
          </main>
        </Match>
      </Switch>
    </div>
  )
}
