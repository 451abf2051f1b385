import { createSignal, Match, onCleanup, Show, Switch, type JSX } from 'solid-js'
import { Virtualizer } from 'virtua/solid'
import { Button } from '../../ui/Button.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import type { createLogScroll } from './createLogScroll.ts'
import type { createPromptLog, Side } from './createPromptLog.ts'
import styles from './MessageLog.module.css'

/** The exchanges in view, of however many there are. What has the focus or is `held` stays in the document out of view, too. */
export function MessageLog(props: {
  log: ReturnType<typeof createPromptLog>
  scroll: ReturnType<typeof createLogScroll>
  held: string | undefined
  row: (id: string) => JSX.Element
  /** Stands where there is nothing yet. */
  empty: JSX.Element
  /** Stands after the last exchange. */
  end: JSX.Element
}) {
  const [focused, setFocused] = createSignal<string>()
  const measure = (head: HTMLElement) => {
    if (typeof ResizeObserver === 'undefined') return
    const sizes = new ResizeObserver(() => props.scroll.setMargin(head.offsetHeight))
    sizes.observe(head)
    onCleanup(() => sizes.disconnect())
  }
  const mounted = () =>
    [focused(), props.held].flatMap((id) => {
      const index = id === undefined ? -1 : props.scroll.list().ids.indexOf(id)
      return index === -1 ? [] : [index]
    })
  return (
    <div
      class={styles.scroller}
      ref={(element) => {
        props.scroll.attach(element)
        keepFocus(element)
      }}
      tabindex="0"
      role="log"
      aria-label="Messages"
      // Further up, what scrolls into view is no news.
      aria-live={props.scroll.behind() ? 'off' : 'polite'}
      aria-busy={props.log.pending()}
      onFocusIn={(event) => setFocused(exchangeOf(event.target))}
      onFocusOut={(event) => setFocused(exchangeOf(event.relatedTarget))}
    >
      <div class={styles.log}>
        <div ref={measure} class={styles.head}>
          <EdgeState side="older" log={props.log} />
        </div>
        <Switch>
          <Match when={props.log.failure() && !props.log.log()}>
            <Failure
              title="The messages could not be read"
              error={props.log.failure()}
              onRetry={() => void props.log.readAnew()}
            />
          </Match>
          <Match when={props.log.pending()}>
            <ChatSkeleton />
          </Match>
          <Match when={props.log.ids().length === 0}>{props.empty}</Match>
        </Switch>
        <Show when={props.scroll.list().ids.length > 0 && props.scroll.turn()} keyed>
          <Show when={props.scroll.scroller()}>
            {(scroller) => (
              <Virtualizer
                ref={props.scroll.handle}
                data={props.scroll.list().ids}
                shift={props.scroll.list().shift}
                scrollRef={scroller()}
                startMargin={props.scroll.margin()}
                onResize={() => props.scroll.measured()}
                onScrollEnd={() => props.scroll.measured()}
                bufferSize={600}
                keepMounted={mounted()}
              >
                {(id) => <div class={styles.row}>{props.row(id)}</div>}
              </Virtualizer>
            )}
          </Show>
        </Show>
        <EdgeState side="newer" log={props.log} />
        {props.end}
      </div>
    </div>
  )
}

/** Of which exchange an element is a part. */
function exchangeOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-exchange]')?.dataset['exchange'] : undefined
}

/** That more is read at one side, or could not be. */
function EdgeState(props: { side: Side; log: ReturnType<typeof createPromptLog> }) {
  const words = () => (props.side === 'older' ? 'earlier' : 'later')
  return (
    <Switch>
      <Match when={props.log.reading(props.side) === 'busy'}>
        <p class={styles.reading}>
          <Spinner />
          Reading {words()} messages…
        </p>
      </Match>
      <Match when={props.log.reading(props.side) === 'failed'}>
        <p class={styles.reading} role="alert">
          The {words()} messages could not be read.
          <Button size="small" onClick={() => void props.log.readOn(props.side, true)}>
            Try again
          </Button>
        </p>
      </Match>
    </Switch>
  )
}
