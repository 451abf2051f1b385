import type { Finding } from '@prologue/prompt-kit'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Notice } from '../../ui/Notice.tsx'
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
  failed: boolean
  onRetry: () => void
  /** How many rules are switched off in the account. */
  off: number
  onGo: (finding: Finding) => void
  acts?: FindingActs | undefined
}) {
  const [shown, setShown] = createSignal(atOnce)
  const findings = createMemo(() => bySeverity(props.reading?.findings ?? []))
  const rest = () => findings().length - shown()
  return (
    <div class={styles.panel} ref={keepFocus}>
      <Show when={!props.failed} fallback={<Unread onRetry={() => props.onRetry()} />}>
        <Show when={props.reading} fallback={<Waiting />}>
          {(reading) => (
            <Show
              when={findings().length > 0}
              fallback={
                <p class={styles.empty}>
                  {reading().text.trim() === ''
                    ? 'Nothing is written yet. What the checker finds in your text will stand here.'
                    : 'Nothing was found.'}
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
      </Show>
      <Show when={props.off > 0}>
        <p class={styles.count}>{props.off === 1 ? '1 rule is' : `${props.off} rules are`} switched off in your account.</p>
      </Show>
    </div>
  )
}

function Unread(props: { onRetry: () => void }) {
  return (
    <Notice title="The text could not be read" alert action={<Button onClick={() => props.onRetry()}>Try again</Button>}>
      <p>What looks through it did not load. Your text is safe.</p>
    </Notice>
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
