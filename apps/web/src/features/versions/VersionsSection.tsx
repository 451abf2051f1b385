import { createSignal, lazy, Match, Show, Switch } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Section } from '../../ui/Section.tsx'
import type { Pair } from './createComparison.ts'
import { createVersionActs } from './createVersionActs.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'
import { VersionList } from './VersionList.tsx'
import styles from './VersionsSection.module.css'

const CompareDialog = lazy(() => import('./CompareDialog.tsx'))
const LabelsDialog = lazy(() => import('./LabelsDialog.tsx'))
const VersionTree = lazy(() => import('./VersionTree.tsx'))

const views = [
  { value: 'list', label: 'List' },
  { value: 'tree', label: 'Tree', hint: 'With the templates it was forked from and those forked from it' },
] as const

/** The versions of a template: what was said of each, how any two differ, what points to them, where they came from. */
export function VersionsSection(props: { template: VersionedTemplate }) {
  const session = useSession()
  const acts = createVersionActs(() => props.template.id)
  const [view, setView] = createSignal<'list' | 'tree'>('list')
  const [pair, setPair] = createSignal<Pair>()
  const [labelled, setLabelled] = createSignal<number>()
  const meId = () => session.account()?.id
  return (
    <Section
      ref={keepFocus}
      title="Versions"
      lead="Every version stays as it is. Compare any two, and make an older one the newest again."
    >
      <Show
        when={props.template.latestNumber > 0}
        fallback={<p class={styles.none}>The first one comes when this is published.</p>}
      >
        <div class={styles.views}>
          <Choices legend="Show versions as" hideLegend value={view()} choices={views} onChoose={setView} />
        </div>
        <Switch>
          <Match when={view() === 'list'}>
            <VersionList template={props.template} meId={meId()} onCompare={setPair} onLabels={setLabelled} />
          </Match>
          <Match when={view() === 'tree'}>
            <VersionTree templateId={props.template.id} meId={meId()} onCompare={setPair} />
          </Match>
        </Switch>
        <CompareDialog template={props.template} pair={pair()} acts={acts} onPair={setPair} onClose={() => setPair(undefined)} />
        <LabelsDialog template={props.template} number={labelled()} acts={acts} onClose={() => setLabelled(undefined)} />
      </Show>
    </Section>
  )
}
