import type { DatabaseFinding } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './DatabaseHealth.module.css'
import { TableSizes } from './TableSizes.tsx'

/** Milliseconds until it is read again while the tables are measured. */
const soon = 1_000
const patience = 20_000

/** What is the matter with the database and what to do about it, and how its tables grow. */
export function DatabaseHealth() {
  const act = createAct()
  let waitUntil = 0
  const say = useToasts()
  const health = useQuery(() => ({
    queryKey: ['admin', 'database'],
    queryFn: () => api.database.read.query(),
    // Whoever had it measured waits for that.
    refetchInterval: () => (Date.now() < waitUntil ? soon : false),
  }))
  const failure = createFailure(health)
  const measure = async () => {
    await act.run(() => api.jobs.start.mutate({ name: 'sample-sizes' }))
    const refused = act.failure()
    if (refused) say(describeFailure(refused), { tone: 'bad' })
    else {
      waitUntil = Date.now() + patience
      say('The tables are measured within some seconds.')
    }
    void health.refetch()
  }
  const known = () => (health.isPending ? undefined : health.data)
  return (
    <Show
      when={known()}
      fallback={
        <Show when={failure()} fallback={<Waiting />}>
          {(shown) => (
            <Failure title="The database could not be looked at" error={shown()} onRetry={() => void health.refetch()} />
          )}
        </Show>
      }
    >
      {(data) => (
        <div class={styles.health}>
          <section aria-labelledby="findings">
            <h2 id="findings" class={styles.title}>
              What to look after
            </h2>
            <Show
              when={data().findings.length > 0}
              fallback={<p class={styles.meta}>Everything that was looked at is as it should be.</p>}
            >
              <ul class={styles.rows}>
                <For each={data().findings}>{(finding) => <Finding finding={finding} />}</For>
              </ul>
            </Show>
            <p class={styles.meta}>
              <Show when={data().lastBackupAt} fallback="No backup is known of.">
                {(at) => (
                  <>
                    The last backup was taken{' '}
                    <time dateTime={at().toISOString()} title={fullTime(at())}>
                      {ago(at())}
                    </time>
                    .
                  </>
                )}
              </Show>{' '}
              <Show
                when={data().verifiedAt}
                fallback="The audit has not been compared with its seals yet: that is done each night."
              >
                {(at) => (
                  <>
                    The audit was compared with its seals{' '}
                    <time dateTime={at().toISOString()} title={fullTime(at())}>
                      {ago(at())}
                    </time>
                    .
                  </>
                )}
              </Show>{' '}
              Whether sums are what their rows say, <code>prologue doctor --deep</code> looks at.
            </p>
          </section>
          <section aria-labelledby="sizes">
            <div class={styles.head}>
              <h2 id="sizes" class={styles.title}>
                Tables
              </h2>
              <Button size="small" busy={act.busy()} onClick={() => void measure()}>
                Measure now
              </Button>
            </div>
            <Show when={data().measuredOn} fallback={<p class={styles.meta}>Not measured yet: that is done each night.</p>}>
              {(day) => <TableSizes day={day()} sizes={data().sizes} engine={data().engine} />}
            </Show>
          </section>
        </div>
      )}
    </Show>
  )
}

function Finding(props: { finding: DatabaseFinding }) {
  return (
    <li class={styles.row}>
      <p class={styles.says} data-severity={props.finding.severity}>
        <span class={styles.word}>{props.finding.severity === 'fault' ? 'Fault' : 'Advice'}</span>{' '}
        <Said text={props.finding.says} />
      </p>
      <Show when={props.finding.about.length > 0}>
        <ul class={styles.about}>
          <For each={props.finding.about}>{(name) => <li>{name}</li>}</For>
        </ul>
      </Show>
      <p class={styles.meta}>
        <Said text={props.finding.remedy} />
      </p>
    </li>
  )
}

/** A sentence with its commands set off. */
function Said(props: { text: string }) {
  return (
    <For each={props.text.split('`')}>
      {(part, place) => (
        <Show when={place() % 2 === 1} fallback={part}>
          <code>{part}</code>
        </Show>
      )}
    </For>
  )
}

function Waiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Looking at the database">
      <Skeleton width="12rem" height="1.5rem" />
      <Skeleton width="24rem" height="1.125rem" />
      <Skeleton width="20rem" height="1.125rem" />
    </div>
  )
}
