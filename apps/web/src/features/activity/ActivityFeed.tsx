import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { WindowVirtualizer } from 'virtua/solid'
import { useConnection } from '../../realtime/connection.tsx'
import { Button } from '../../ui/Button.tsx'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import styles from './ActivityFeed.module.css'
import { ActivityExport } from './ActivityExport.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityOverTime } from './ActivityOverTime.tsx'
import { ActivityRow } from './ActivityRow.tsx'
import { Alerts } from './Alerts.tsx'
import { readChoice, writeChoice, type ActivityChoice } from './choice.ts'
import { createActivityFeed } from './createActivityFeed.ts'
import { Waiting } from './Waiting.tsx'

/** Nearer to the top than this, in pixels, one sees what comes. */
const near = 40

/** What happens on the server, live; what is shown of it stands in the address. */
export function ActivityFeed() {
  const [query, setQuery] = useSearchParams()
  const choice = createMemo(() => readChoice(query), undefined, { equals: same })
  const [paused, setPaused] = createSignal(false)
  const [atTop, setAtTop] = createSignal(true)
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set())
  const { socket } = useConnection()
  const feed = createActivityFeed(socket, choice, () => atTop() && !paused() && open().size === 0)
  const choose = (next: ActivityChoice) => setQuery(writeChoice(next))
  const name = () => feed.rows()?.find(({ actor }) => actor?.id === choice().actorId)?.actor?.name

  const look = () => {
    setAtTop(window.scrollY < near)
    const { scrollHeight, clientHeight } = document.documentElement
    if (scrollHeight - window.scrollY - clientHeight < clientHeight * 2) void feed.readOn()
  }
  onMount(() => {
    window.addEventListener('scroll', look, { passive: true })
    onCleanup(() => window.removeEventListener('scroll', look))
  })
  // Who is at the end already scrolls no more: what has come there may be too little again. Where nothing came, it is asked for.
  const count = createMemo(() => feed.rows()?.length)
  createEffect(on(count, () => requestAnimationFrame(look), { defer: true }))
  createEffect(on(choice, () => setOpen(new Set<string>()), { defer: true }))
  const toggle = (id: string, isOpen: boolean) =>
    setOpen((some) => {
      const next = new Set(some)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  const showNews = () => {
    setPaused(false)
    feed.show()
    window.scrollTo({ top: 0 })
  }
  const state = () => {
    if (paused()) return { tone: 'none', words: 'Paused' } as const
    return feed.live() ? ({ tone: 'good', words: 'Live' } as const) : ({ tone: 'busy', words: 'Connecting' } as const)
  }
  return (
    <div class={styles.feed}>
      <Alerts onShow={choose} />
      <ActivityFilters choice={choice()} name={name()} onChoose={choose} />
      <ActivityOverTime
        choice={choice()}
        onTime={(from, to) => choose({ ...choice(), from, to })}
        onAction={(action) => choose({ ...choice(), action })}
      />
      <div class={styles.bar}>
        <StateWord tone={state().tone}>{state().words}</StateWord>
        <Button size="small" aria-pressed={paused()} onClick={() => setPaused((was) => !was)}>
          {paused() ? 'Go on' : 'Pause'}
        </Button>
        <Show when={feed.gathered().length > 0}>
          <Button size="small" variant="primary" onClick={showNews}>
            {feed.gathered().length} new
          </Button>
        </Show>
        <ActivityExport choice={choice()} />
      </div>
      <ListFrame
        noun="activity"
        items={feed.rows()}
        failure={feed.failure()}
        onRetry={feed.again}
        waiting={<Waiting />}
        empty="Nothing of the kind is in the audit."
        more={{ has: feed.hasMore(), busy: feed.readingOn(), onMore: () => void feed.readOn() }}
        moreLabel="Show earlier"
      >
        {(rows) => (
          <div role="feed" aria-label="Activity" aria-busy={feed.readingOn()} class={styles.rows}>
            <WindowVirtualizer data={rows()} bufferSize={600}>
              {(row) => (
                <ActivityRow
                  row={row}
                  open={open().has(row.id)}
                  onToggle={(isOpen) => toggle(row.id, isOpen)}
                  onOnly={(part) => choose({ ...choice(), ...part })}
                />
              )}
            </WindowVirtualizer>
          </div>
        )}
      </ListFrame>
    </div>
  )
}

function same(one: ActivityChoice, other: ActivityChoice): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
