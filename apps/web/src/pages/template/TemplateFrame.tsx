import { useLocation, useSearchParams } from '@solidjs/router'
import { lazy, Show, Suspense } from 'solid-js'
import { withNext } from '../../features/auth/nextPath.ts'
import { ExportMenu } from '../../features/interchange/ExportMenu.tsx'
import { createShownVersion } from '../../features/templates/createShownVersion.ts'
import { createTemplateActs } from '../../features/templates/createTemplateActs.ts'
import { HeadActs } from '../../features/templates/HeadActs.tsx'
import { OfferNotice } from '../../features/templates/OfferNotice.tsx'
import type { TemplateView } from '../../templateView.ts'
import { TemplateHead } from '../../features/templates/TemplateHead.tsx'
import { WorkbenchSkeleton } from '../../features/templates/TemplateSkeleton.tsx'
import { useSession } from '../../identity/session.tsx'
import styles from './TemplatePage.module.css'
import { Unpublished } from './Unpublished.tsx'

// The language of templates comes with it; it is fetched while the template is.
const loadWorkbench = () => import('../../features/templates/Workbench.tsx')
const Workbench = lazy(loadWorkbench)
void loadWorkbench()
// Below what one came for.
const Sections = lazy(() => import('./Sections.tsx'))

/** A template that is there, for whoever is here. */
export function TemplateFrame(props: { template: TemplateView; onDeleted: () => void; onHidden: () => void }) {
  const session = useSession()
  const location = useLocation()
  const [search, setSearch] = useSearchParams<{ version?: string }>()
  const acts = createTemplateActs()
  const shown = createShownVersion(
    () => props.template,
    () => search.version,
  )
  const personId = () => session.account()?.id ?? null
  const signIn = () => (personId() === null ? withNext('/login', location.pathname + location.search) : null)

  return (
    <main class={styles.main}>
      <TemplateHead
        template={props.template}
        acts={
          <>
            <HeadActs
              template={props.template}
              acts={acts}
              number={shown.choice().number}
              signIn={signIn()}
              onDeleted={() => props.onDeleted()}
              onHidden={() => props.onHidden()}
            />
            <Show when={props.template.latestNumber > 0}>
              <ExportMenu templates={[props.template.id]} name={props.template.slug} size="normal" />
            </Show>
          </>
        }
      />
      <OfferNotice template={props.template} personId={personId()} acts={acts} />
      <Show when={shown.version()} fallback={<Unpublished slug={props.template.slug} />}>
        {(version) => (
          <Suspense fallback={<WorkbenchSkeleton fields={version().variables.length} />}>
            <Workbench
              template={props.template}
              version={version()}
              choice={shown.choice()}
              missing={shown.missing()}
              reading={shown.isReading()}
              failure={shown.failure()}
              onChoose={(value) => setSearch({ version: value === 'latest' ? null : value }, { replace: true, scroll: false })}
              onRetry={shown.retry}
              personId={personId()}
              signIn={signIn()}
            />
          </Suspense>
        )}
      </Show>
      <Show when={props.template.latestNumber > 0}>
        <div class={styles.sections}>
          <Sections template={props.template} signIn={signIn()} />
        </div>
      </Show>
    </main>
  )
}
