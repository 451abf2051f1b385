import { auditActions, type AuditAction } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { fullTime } from '../../ui/time.ts'
import styles from './ActivityOverTime.module.css'
import { actionWords } from './activityWords.ts'
import type { ActivityChoice } from './choice.ts'

/** Counted anew so often while somebody looks, in milliseconds. */
const interval = 15_000

/** Of the kinds of what was done, so many of the most frequent. */
const mostActions = 6

/** How much happened when; a part of it is chosen by drawing over it. Below, how much of each kind. */
export function ActivityOverTime(props: {
  choice: ActivityChoice
  onTime: (from: Date, to: Date) => void
  onAction: (action: AuditAction) => void
}) {
  const query = useQuery(() => {
    const choice = props.choice
    return {
      queryKey: ['activity', 'over-time', choice],
      queryFn: () => api.activity.overTime.query(choice),
      refetchInterval: interval,
      placeholderData: (known: Counts | undefined) => known,
    }
  })
  const failure = createFailure(query)
  const counts = () => (query.isPending ? undefined : query.data)
  return (
    <section class={styles.whole} aria-label="Over time">
      <Show when={counts()} fallback={<p class={styles.words}>{failure() ? describeFailure(failure()) : 'Counting …'}</p>}>
        {(known) => (
          <>
            <Bars counts={known()} onTime={(from, to) => props.onTime(from, to)} />
            <p class={styles.words}>
              <b>{known().total.toLocaleString('en')}</b>{' '}
              {known().more ? 'newest events' : known().total === 1 ? 'event' : 'events'} by {known().people.toLocaleString('en')}{' '}
              {known().people === 1 ? 'person' : 'people'}, {fullTime(known().from)} to {fullTime(known().to)}
            </p>
            <ul class={styles.actions} aria-label="How much of each kind">
              <For each={known().actions.slice(0, mostActions)}>
                {({ action, count }) => (
                  <li>
                    <Show when={auditActions.find((one) => one === action)} fallback={`${action} ${count}`}>
                      {(one) => (
                        <Button variant="plain" size="small" onClick={() => props.onAction(one())}>
                          {actionWords[one()]} <b>{count.toLocaleString('en')}</b>
                        </Button>
                      )}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
    </section>
  )
}

type Counts = Awaited<ReturnType<typeof api.activity.overTime.query>>

/** Drawn over, they choose a time; the fields above do the same by the keys. */
function Bars(props: { counts: Counts; onTime: (from: Date, to: Date) => void }) {
  /** Between which bars something is drawn. */
  const [brush, setBrush] = createSignal<readonly [number, number]>()
  const most = () => Math.max(1, ...props.counts.bars)
  const width = () => props.counts.bars.length
  const timeOf = (bar: number) => {
    const [from, to] = [props.counts.from.getTime(), props.counts.to.getTime()]
    return new Date(Math.round(from + ((to - from) * bar) / width()))
  }
  const barAt = (event: PointerEvent & { currentTarget: Element }) => {
    const { left, width: pixels } = event.currentTarget.getBoundingClientRect()
    return Math.min(width() - 1, Math.max(0, Math.floor(((event.clientX - left) / pixels) * width())))
  }
  const chosen = () => {
    const [one, other] = brush() ?? [0, -1]
    return { first: Math.min(one, other), last: Math.max(one, other) }
  }
  const begin = (event: PointerEvent & { currentTarget: Element }) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const bar = barAt(event)
    setBrush([bar, bar])
  }
  const move = (event: PointerEvent & { currentTarget: Element }) => {
    const [from] = brush() ?? []
    if (from !== undefined) setBrush([from, barAt(event)])
  }
  const end = () => {
    if (!brush()) return
    const { first, last } = chosen()
    setBrush(undefined)
    props.onTime(timeOf(first), timeOf(last + 1))
  }
  return (
    <svg
      class={styles.bars}
      viewBox={`0 0 ${width()} 100`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Events over time, ${most().toLocaleString('en')} in the fullest of ${width()} equal parts`}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setBrush(undefined)}
    >
      <For each={props.counts.bars}>
        {(count, bar) => {
          // What happened at all can be seen.
          const height = () => (count === 0 ? 0 : Math.max(3, (count / most()) * 100))
          return <rect class={styles.bar} x={bar() + 0.1} width={0.8} y={100 - height()} height={height()} />
        }}
      </For>
      <Show when={brush()}>
        <rect class={styles.brush} x={chosen().first} width={chosen().last - chosen().first + 1} y={0} height={100} />
      </Show>
    </svg>
  )
}
