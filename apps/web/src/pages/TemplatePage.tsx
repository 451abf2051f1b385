import { useParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { failedWith } from '../failure.ts'
import { createTemplate } from '../features/templates/queries.ts'
import type { TemplateView } from '../templateView.ts'
import { HeadSkeleton, WorkbenchSkeleton } from '../features/templates/TemplateSkeleton.tsx'
import { useSession } from '../identity/session.tsx'
import { createFailure } from '../ui/createFailure.ts'
import { createTitle } from '../ui/createTitle.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from './parts/PageHeader.tsx'
import { DeletedTemplate } from './template/DeletedTemplate.tsx'
import { HiddenTemplate } from './template/HiddenTemplate.tsx'
import { NoTemplate } from './template/NoTemplate.tsx'
import { TemplateFrame } from './template/TemplateFrame.tsx'
import styles from './template/TemplatePage.module.css'

/** One template: what it says, filled in as one likes, and everything that is known of it. */
export default function TemplatePage() {
  const params = useParams<{ slug: string }>()
  const session = useSession()
  const query = createTemplate(() => params.slug)
  const failure = createFailure(query)
  const [deleted, setDeleted] = createSignal<TemplateView>()
  const [hidden, setHidden] = createSignal<TemplateView>()
  const template = () => (query.isPending ? undefined : query.data)
  const here = (one: TemplateView | undefined) => (one?.slug === params.slug ? one : undefined)
  createTitle(() => template()?.title ?? (failedWith(failure(), 'NOT_FOUND') ? 'Not found' : undefined))

  return (
    <div class={styles.page}>
      <PageHeader ways />
      <Switch
        fallback={
          <main class={styles.main}>
            <HeadSkeleton />
            <WorkbenchSkeleton fields={3} />
          </main>
        }
      >
        <Match when={here(deleted())}>
          {(one) => (
            <DeletedTemplate
              template={one()}
              onRestored={() => {
                setDeleted(undefined)
                void query.refetch()
              }}
            />
          )}
        </Match>
        <Match when={here(hidden())}>{(one) => <HiddenTemplate title={one().title} />}</Match>
        <Match when={failedWith(failure(), 'NOT_FOUND')}>
          <NoTemplate />
        </Match>
        <Match when={failure() && !template()}>
          <main class={styles.state}>
            <Failure
              heading="h1"
              title="This template could not be read"
              error={failure()}
              onRetry={() => void query.refetch()}
            />
          </main>
        </Match>
        <Match when={session.state() !== 'loading' && template()}>
          {(one) => (
            <Show when={`${one().id} ${session.account()?.id ?? ''}`} keyed>
              <TemplateFrame
                template={one()}
                onDeleted={() => setDeleted({ ...one() })}
                onHidden={() => setHidden({ ...one() })}
              />
            </Show>
          )}
        </Match>
      </Switch>
    </div>
  )
}
