import type { Job, JobRun } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { StateWord, type Tone } from '../../ui/StateWord.tsx'
import { fullTime } from '../../ui/time.ts'
import styles from './JobList.module.css'
import { jobWords, runWords } from './jobWords.ts'

/** One kind of job: what it is for, how it stands, and its last runs. */
export function JobRow(props: { job: Job; busy: boolean; onStart: () => void }) {
  const words = () => jobWords(props.job.name)
  const next = () => props.job.runs.find(({ status }) => status === 'waiting' || status === 'running')
  const past = () => props.job.runs.filter((run) => run !== next())
  const isUnderWay = () => {
    const run = next()
    return run !== undefined && (run.status === 'running' || run.dueAt <= new Date())
  }
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.name}>{words().title}</p>
        <p class={styles.meta}>{words().what}</p>
        <Show when={past()[0]} fallback={<p class={styles.meta}>Not done yet.</p>}>
          {(last) => (
            <p class={styles.meta} classList={{ [styles.bad ?? '']: last().status === 'failed' }}>
              {runWords(last())}
            </p>
          )}
        </Show>
        <Show when={past().length > 1}>
          <details class={styles.before}>
            <summary>Earlier</summary>
            <ul aria-label={`Earlier runs: ${words().title}`}>
              <For each={past().slice(1)}>
                {(run) => (
                  <li class={styles.meta} title={run.endedAt ? fullTime(run.endedAt) : undefined}>
                    {runWords(run)}
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </div>
      <div class={styles.state}>
        <StateWord tone={toneOf(next(), isUnderWay())}>{stateOf(next(), isUnderWay())}</StateWord>
        <Button
          size="small"
          aria-label={`Do it now: ${words().title}`}
          aria-disabled={isUnderWay() || props.busy || undefined}
          onClick={() => isUnderWay() || props.busy || props.onStart()}
        >
          Do it now
        </Button>
      </div>
    </li>
  )
}

function toneOf(next: JobRun | undefined, underWay: boolean): Tone {
  if (underWay) return 'busy'
  return next?.failure ? 'warn' : 'none'
}

function stateOf(next: JobRun | undefined, underWay: boolean): string {
  if (underWay) return next?.status === 'running' ? 'Running' : 'Starts in a moment'
  return next ? runWords(next) : 'Not planned'
}
