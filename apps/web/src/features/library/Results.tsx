import type { TemplateHit } from '@prologue/contracts'
import { createMemo, Show, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { createOnline } from '../../ui/createOnline.ts'
import { Failure } from '../../ui/Failure.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Notice } from '../../ui/Notice.tsx'
import cards from './CardList.module.css'
import { CardSkeletons } from './CardSkeletons.tsx'
import { createPortions } from './createPortions.ts'
import { createScrollOn } from './createScrollOn.ts'
import type { createHits } from './queries.ts'
import { moveByKey } from './resultKeys.ts'
import styles from './Results.module.css'

/** What was found, in each of its states. `empty` says what to do where there is nothing. */
export function Results(props: {
  found: ReturnType<typeof createHits>
  /** Tells one list from another. */
  name: string
  card: (hit: () => TemplateHit) => JSX.Element
  picked: (id: string) => boolean
  empty: JSX.Element
  /** The arrow up from the first of them. */
  onUp: () => void
  ref: (list: HTMLElement) => void
}) {
  // One list for as long as this stands.
  // oxlint-disable-next-line solid/reactivity
  const { list, hits } = props.found
  const failure = createFailure(list)
  const online = createOnline()
  const all = createMemo(() => (hits() ?? []).map((hit) => ({ id: hit.template.id, hit })))
  // While another is read, the one before is shown still.
  const shownList = createMemo<string>((before) => (list.isPlaceholderData ? before : props.name), '')
  const { shown: rows, isWhole, grow } = createPortions(all, shownList)
  const mayRead = () => list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError && online()
  const readOn = () => (isWhole() ? void list.fetchNextPage() : grow())
  const follow = createScrollOn({
    more: () => !isWhole() || mayRead(),
    onMore: readOn,
    shown: () => rows().length,
  })

  return (
    <Show
      when={hits() || (!failure() && online())}
      fallback={
        <Show
          when={online()}
          fallback={
            <Notice title="You are offline" alert action={<Button onClick={() => void list.refetch()}>Try again</Button>}>
              <p>The library is read as soon as the connection is back.</p>
            </Notice>
          }
        >
          <Failure title="The library could not be read" error={failure()} onRetry={() => void list.refetch()} />
        </Show>
      }
    >
      <Show when={hits()} fallback={<CardSkeletons />}>
        <Show when={!online()}>
          <p class={styles.note} role="status">
            You are offline. What stands here was read before.
          </p>
        </Show>
        <Show when={all().length > 0} fallback={props.empty}>
          <ul
            ref={(element) => {
              keepFocus(element)
              props.ref(element)
            }}
            class={cards.cards}
            data-old={list.isPlaceholderData ? '' : undefined}
            aria-label="Templates"
            onKeyDown={(event) => moveByKey(event.currentTarget, event, () => props.onUp())}
          >
            <ById each={rows()}>
              {(row) => (
                <li class={cards.card} data-template={row().id} data-picked={props.picked(row().id) ? '' : undefined}>
                  {props.card(() => row().hit)}
                </li>
              )}
            </ById>
          </ul>
          <Show when={list.hasNextPage || !isWhole()}>
            <div ref={follow} class={styles.more}>
              <Show when={list.isFetchNextPageError}>
                <p role="alert">The next ones could not be read. {describeFailure(list.error)}</p>
              </Show>
              <Button busy={list.isFetchingNextPage} onClick={readOn}>
                Show more
              </Button>
            </div>
          </Show>
        </Show>
      </Show>
    </Show>
  )
}
