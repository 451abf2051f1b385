import ArrowRight from 'lucide-solid/icons/arrow-right'
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import styles from './CompareBar.module.css'
import type { Pair } from './createComparison.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'
import { VersionPick } from './VersionPick.tsx'
import { labelsAt } from './versionWords.ts'

export type View = 'words' | 'lines' | 'text'

const views = [
  { value: 'words', label: 'Words' },
  { value: 'lines', label: 'Lines' },
  { value: 'text', label: 'Text' },
] as const

/** Which two versions are compared, and how. */
export function CompareBar(props: {
  latest: number
  labels: VersionedTemplate['labels']
  pair: Pair
  view: View
  onPair: (pair: Pair) => void
  onView: (view: View) => void
}) {
  const latestFrom = () => props.pair.of?.latestNumber ?? props.latest
  const labelsOf = (number: number) => labelsAt({ labels: props.labels, latestNumber: props.latest }, number)
  const notesFrom = (number: number) => (props.pair.of ? [props.pair.of.title] : labelsOf(number))
  const choose = (side: 'from' | 'to') => (number: number) => props.onPair({ ...props.pair, [side]: number })
  return (
    <div class={styles.bar}>
      <div class={styles.pair}>
        <Show when={props.pair.from > 0} fallback={<span class={styles.first}>The first version</span>}>
          <VersionPick label="From" value={props.pair.from} latest={latestFrom()} notesOf={notesFrom} onChoose={choose('from')} />
          <Show when={!props.pair.of} fallback={<ArrowRight class={styles.arrow ?? ''} size={16} />}>
            <Button
              variant="plain"
              size="icon"
              aria-label="The other way round"
              title="The other way round"
              onClick={() => props.onPair({ from: props.pair.to, to: props.pair.from })}
            >
              <ArrowLeftRight />
            </Button>
          </Show>
          <VersionPick label="To" value={props.pair.to} latest={props.latest} notesOf={labelsOf} onChoose={choose('to')} />
        </Show>
      </div>
      <Show when={props.pair.from > 0}>
        <Choices legend="Show" hideLegend value={props.view} choices={views} onChoose={(view) => props.onView(view)} />
      </Show>
    </div>
  )
}
