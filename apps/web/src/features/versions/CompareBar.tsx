import ArrowRight from 'lucide-solid/icons/arrow-right'
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './CompareBar.module.css'
import type { Pair } from './createComparison.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'
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
  const versions = () => {
    const { latest: latestNumber, labels } = props
    return numbersTo(latestNumber).map((number) => choice(number, labelsAt({ labels, latestNumber }, number)))
  }
  const others = () => {
    const { of } = props.pair
    return of && numbersTo(of.latestNumber).map((number) => choice(number, [of.title]))
  }
  const choose = (side: keyof Pair) => (value: string) => props.onPair({ ...props.pair, [side]: Number(value) })
  return (
    <div class={styles.bar}>
      <div class={styles.pair}>
        <Show when={props.pair.from > 0} fallback={<span class={styles.first}>The first version</span>}>
          <PlainSelect label="From" value={String(props.pair.from)} choices={others() ?? versions()} onChoose={choose('from')} />
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
          <PlainSelect label="To" value={String(props.pair.to)} choices={versions()} onChoose={choose('to')} />
        </Show>
      </div>
      <Show when={props.pair.from > 0}>
        <Choices legend="Show" hideLegend value={props.view} choices={views} onChoose={(view) => props.onView(view)} />
      </Show>
    </div>
  )
}

/** The newest first. */
const numbersTo = (latest: number) => Array.from({ length: latest }, (_, index) => latest - index)

function choice(number: number, notes: readonly string[]) {
  const name = `Version ${number}`
  return { value: String(number), label: notes.length === 0 ? name : `${name} (${notes.join(', ')})` }
}
