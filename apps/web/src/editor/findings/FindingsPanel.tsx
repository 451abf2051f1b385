import type { Finding } from '@prologue/prompt-kit'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Reading } from '../reading/readTemplate.ts'
import { FindingList, type FindingActs } from './FindingList.tsx'
import { bySeverity, severityCounts } from './findingPlaces.ts'
import styles from './FindingsPanel.module.css'

const atOnce = 50

/** What the checker found in the text, each with its place, why it matters and what mends it. */
export function FindingsPanel(props: {
  /** Undefined until the text was read once. */
  reading: Reading | undefined
  onGo: (finding: Finding) => void
  acts?: FindingActs | undefined
}) {
  const [shown, setShown] = createSignal(atOnce)
  const findings = createMemo(() => bySeverity(props.reading?.findings ?? []))
  const rest = () => findings().length - shown()
  return (
    <div class={styles.panel}>
      <Show when={props.reading} fallback={<Waiting />}>
        {(reading) => (
          <Show
            when={findings().length > 0}
            fallback={
              <p class={styles.empty}>
                {reading().text.trim() === ''
                  ? 'Nothing is written yet. What the checker finds in your text will stand here.'
                  : 'Nothing was found. The text reads well.'}
              </p>
            }
          >
            <p class={styles.count}>{severityCounts(findings())}</p>
            <FindingList
              findings={findings().slice(0, shown())}
              text={reading().text}
              onGo={(finding) => props.onGo(finding)}
              acts={props.acts}
            />
            <Show when={rest() > 0}>
              <Button size="small" class={styles.more} onClick={() => setShown(shown() + atOnce)}>
                Show {Math.min(rest(), atOnce)} more
              </Button>
            </Show>
          </Show>
        )}
      </Show>
    </div>
  )
}

function Waiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the text">
      <Skeleton width="40%" />
      <Skeleton height="3rem" />
      <Skeleton height="3rem" />
    </div>
  )
}
