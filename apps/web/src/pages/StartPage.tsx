import { Match, Switch } from 'solid-js'
import { useSession } from '../identity/session.tsx'
import { Failure } from '../ui/Failure.tsx'
import styles from './StartPage.module.css'
import { PageHeader } from './parts/PageHeader.tsx'
import { Desk } from './parts/Desk.tsx'
import { Landing } from './parts/Landing.tsx'

export function StartPage() {
  const session = useSession()
  return (
    <div class={styles.page}>
      <PageHeader />
      <Switch>
        <Match when={session.account()?.id} keyed>
          {(personId) => <Desk personId={personId} />}
        </Match>
        <Match when={session.state() === 'known'}>
          <Landing />
        </Match>
        <Match when={session.state() === 'failed'}>
          <main class={styles.failed}>
            <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
          </main>
        </Match>
      </Switch>
    </div>
  )
}
