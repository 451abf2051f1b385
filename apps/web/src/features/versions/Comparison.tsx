import { Match, Show, Switch } from 'solid-js'
import { DiffLines } from '../../ui/DiffLines.tsx'
import { DiffText } from '../../ui/DiffText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { CompareBar, type View } from './CompareBar.tsx'
import styles from './Comparison.module.css'
import { createComparison, type Pair } from './createComparison.ts'
import type { VersionActs } from './createVersionActs.ts'
import { DetailChanges } from './DetailChanges.tsx'
import { RestoreBar } from './RestoreBar.tsx'
import type { VersionedTemplate } from './versionedTemplate.ts'
import { differenceWords } from './versionWords.ts'

/** How two versions differ: by words or by lines, their variables and settings too; or the later one as it reads. */
export function Comparison(props: {
  template: VersionedTemplate
  pair: Pair
  view: View
  acts: VersionActs
  onPair: (pair: Pair) => void
  onView: (view: View) => void
  onClose: () => void
}) {
  const comparison = createComparison(
    () => props.template.id,
    () => props.pair,
  )
  // There is nothing before the first one that it could be compared with.
  const view = () => (props.pair.from === 0 ? 'text' : props.view)
  const differences = () => {
    const variables = comparison.variables()
    const settings = comparison.settings()
    if (!variables || !settings) return undefined
    return { places: comparison.places(), variables: variables.length, settings: settings.length }
  }
  const of = () => (props.pair.of ? ` of ${props.pair.of.title}` : '')
  const label = () => `What differs between version ${props.pair.from}${of()} and version ${props.pair.to}`
  const isSame = () => props.pair.from === props.pair.to && !props.pair.of
  return (
    <div class={styles.comparison}>
      <CompareBar
        latest={props.template.latestNumber}
        labels={props.template.labels}
        pair={props.pair}
        view={view()}
        onPair={props.onPair}
        onView={props.onView}
      />
      <div class={styles.body}>
        <Switch fallback={<TextWaiting />}>
          <Match when={comparison.failure()}>
            <Failure title="The versions could not be read" error={comparison.failure()} onRetry={comparison.retry} />
          </Match>
          <Match when={view() === 'text' && comparison.after()}>
            {(after) => (
              <div class={styles.text} tabindex="0" role="region" aria-label={`Version ${props.pair.to}`}>
                <PromptText text={after().content} />
              </div>
            )}
          </Match>
          <Match when={differences()}>
            {(known) => (
              <>
                <p class={styles.note} role="status">
                  {isSame() ? 'Both are the same version.' : differenceWords(known())}
                </p>
                <DetailChanges variables={comparison.variables() ?? []} settings={comparison.settings() ?? []} />
                <Show
                  when={view() === 'lines'}
                  fallback={
                    <DiffText class={`${styles.diff} ${styles.words}`} parts={comparison.words() ?? []} label={label()} />
                  }
                >
                  <DiffLines class={`${styles.diff} ${styles.lines}`} lines={comparison.lines() ?? []} label={label()} />
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={props.template.abilities.includes('template:update') && props.pair.to < props.template.latestNumber}>
        <RestoreBar
          number={props.pair.to}
          latest={props.template.latestNumber}
          acts={props.acts}
          onCompare={props.onPair}
          onRestored={props.onClose}
        />
      </Show>
    </div>
  )
}

function TextWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the versions">
      <Skeleton width="70%" />
      <Skeleton width="92%" />
      <Skeleton width="84%" />
      <Skeleton width="40%" />
    </div>
  )
}
