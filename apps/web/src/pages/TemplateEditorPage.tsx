import type { Account } from '@prologue/contracts'
import { useNavigate, useParams } from '@solidjs/router'
import { createMemo, Match, Switch } from 'solid-js'
import { Estimate } from '../features/estimates/Estimate.tsx'
import { OpenTemplate } from '../features/templateEditor/OpenTemplate.tsx'
import { useSession } from '../identity/session.tsx'
import { Failure } from '../ui/Failure.tsx'
import { AccountNeeded } from './parts/AccountNeeded.tsx'
import { PageHeader } from './parts/PageHeader.tsx'
import { ToSignIn } from './parts/ToSignIn.tsx'
import styles from './TemplateEditorPage.module.css'

export default function TemplateEditorPage() {
  const params = useParams<{ slug: string }>()
  const navigate = useNavigate()
  const session = useSession()
  const account = createMemo<Account | null>(() => session.account())
  const entered = createMemo<boolean>((before) => before || account() !== null, false)
  return (
    <div class={styles.page}>
      <PageHeader />
      <main class={styles.main}>
        <Switch>
          <Match when={session.state() === 'failed'}>
            <Failure heading="h1" title="Prologue could not be reached" error={session.error()} onRetry={session.retry} />
          </Match>
          <Match when={session.person()?.role === 'guest'}>
            <AccountNeeded />
          </Match>
          <Match when={session.state() === 'known' && !account()}>
            <ToSignIn ended={entered()} />
          </Match>
          <Match when={true}>
            <OpenTemplate
              slug={params.slug}
              personId={account()?.id}
              size={(text, personId) => <Estimate text={text()} personId={personId} />}
              onPublished={(published) => navigate(`/templates/${published.slug}`)}
            />
          </Match>
        </Switch>
      </main>
    </div>
  )
}
