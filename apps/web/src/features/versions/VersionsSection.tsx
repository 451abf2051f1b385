import { createMemo, createSignal, lazy, Match, Show, Switch } from 'solid-js'
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
  // Each dialog is fetched when it is opened for the first time, and stays: closing gives the focus back.
  const hasCompared = createMemo<boolean>((before) => before || pair() !== undefined, false)
  const hasLabelled = createMemo<boolean>((before) => before || labelled() !== undefined, false)
  const meId = () => session.account()?.id
  return (
    <Section
      ref={keepFocus}
      title="Versions"
      lead="Every version stays as it is. Compare any two, and make an older one the newest again."
    >
      <div class={styles.views}>
        <Choices legend="Show versions as" hideLegend value={view()} choices={views} onChoose={setView} />
      </div>
      <Switch>
        <Match when={view() === 'list'}>
          <VersionList template={props.template} meId={meId()} onCompare={setPair} onLabels={setLabelled} />
        </Match>
        <Match when={view() === 'tree'}>
          <VersionTree template={props.template} meId={meId()} onCompare={setPair} />
        </Match>
      </Switch>
      <Show when={hasCompared()}>
        <CompareDialog template={props.template} pair={pair()} acts={acts} onPair={setPair} onClose={() => setPair(undefined)} />
      </Show>
      <Show when={hasLabelled()}>
        <LabelsDialog template={props.template} number={labelled()} acts={acts} onClose={() => setLabelled(undefined)} />
      </Show>
    </Section>
  )
}
