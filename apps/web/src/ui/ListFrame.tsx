import { Match, Show, Switch, type Accessor, type JSX } from 'solid-js'
import { describeFailure } from '../failure.ts'
import { Button } from './Button.tsx'
import styles from './ListFrame.module.css'

/** How a list that is read page by page goes on. */
type More = { has: boolean; busy: boolean; onMore: () => void }

/** What every list says beside its rows: that it is being read, that nothing is there, that there is more, that it could not be read. */
export function ListFrame<Item>(props: {
  /** What the list is of, as in “The reports could not be read.” */
  noun: string
  /** Undefined while they are read for the first time. */
  items: readonly Item[] | undefined
  failure: unknown
  onRetry: () => void
  waiting: JSX.Element
  /** What stands there where nothing is; by itself the list without rows. */
  empty?: string
  more?: More
  /** “Show more”, where the list says nothing else. */
  moreLabel?: string
  /** For the button under the rows. */
  moreClass?: string | undefined
  children: (items: Accessor<readonly Item[]>) => JSX.Element
}) {
  const isEmpty = (known: readonly Item[]) => props.empty !== undefined && known.length === 0
  return (
    <Switch fallback={props.waiting}>
      <Match when={props.items}>
        {(known) => (
          <Show when={!isEmpty(known())} fallback={<p class={styles.state}>{props.empty}</p>}>
            {props.children(known)}
            <Show when={props.more?.has}>
              <Button
                variant="plain"
                size="small"
                class={props.moreClass ?? styles.more}
                busy={props.more?.busy ?? false}
                onClick={() => props.more?.onMore()}
              >
                {props.moreLabel ?? 'Show more'}
              </Button>
            </Show>
          </Show>
        )}
      </Match>
      <Match when={props.failure}>
        <div class={styles.state} role="alert">
          <p>
            The {props.noun} could not be read. {describeFailure(props.failure)}
          </p>
          <Button size="small" onClick={() => props.onRetry()}>
            Try again
          </Button>
        </div>
      </Match>
    </Switch>
  )
}
