import { createComputed, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
import type { VirtualizerHandle } from 'virtua/solid'
import type { Side } from './createPromptLog.ts'
import { makeHand } from './makeHand.ts'
import { listSteps, type ListStep } from './listSteps.ts'

/** Nearer to the end than this, in pixels, counts as reading the latest. */
const near = 80
/** What is gone to stands so far below the upper edge. */
const above = 16

/**
 * Where somebody is in a long log. At its end it follows what comes; further up what they read stays where it is, whatever
 * comes, goes or is read on around it. `atEdge` is told in time where more is needed.
 */
export function createLogScroll(ids: Accessor<readonly string[]>, ends: Accessor<boolean>, atEdge: (side: Side) => void) {
  const [list, setList] = createSignal<ListStep>({ ids: [], shift: false })
  /** Rises when nothing of the list is left: what was measured of the old one says nothing of the new. */
  const [turn, setTurn] = createSignal(1)
  const [behind, setBehind] = createSignal(false)
  /** What stands above the list within the log, in pixels. */
  const [margin, setMargin] = createSignal(0)
  const [scroller, setScroller] = createSignal<HTMLElement>()
  let handle: VirtualizerHandle | undefined
  let atEnd = true
  let lastTop = 0
  let lastHeight = 0
  let hidden = false
  /** Stays where it is, its beginning `offset` pixels above the upper edge, until somebody moves. */
  let pinned: { id: string; offset: number } | null = null
  const hand = makeHand()

  const remember = (element: HTMLElement) => {
    lastTop = element.scrollTop
    lastHeight = element.scrollHeight
  }
  /** A hand is seen. Finding in the page and screen readers are not, but the log is as high after them as before. */
  const wasMoved = ({ scrollTop, scrollHeight }: HTMLElement) =>
    Math.abs(scrollTop - lastTop) > 1 && (hand.moves() || scrollHeight === lastHeight)
  const letGo = (element: HTMLElement) => {
    if (pinned && wasMoved(element)) pinned = null
  }

  const look = () => {
    const element = scroller()
    if (!element?.clientHeight || list().ids.length === 0) return
    const { scrollTop, scrollHeight, clientHeight } = element
    const below = scrollHeight - scrollTop - clientHeight
    // Whoever was at the end and did not move up themselves is still there: it is the log that grew, or was measured.
    const left = scrollTop < lastTop && wasMoved(element)
    letGo(element)
    const grown = atEnd && !left && !pinned && below >= near && ends()
    remember(element)
    if (grown) {
      toEnd()
      return
    }
    atEnd = below < near && ends()
    setBehind(!atEnd)
    const reach = 2 * clientHeight
    if (scrollTop < reach) atEdge('older')
    if (below < reach) atEdge('newer')
  }
  const toEnd = () => {
    const element = scroller()
    if (!element) return
    pinned = null
    element.scrollTop = element.scrollHeight
    remember(element)
    atEnd = true
    look()
  }
  /** The one at the upper edge, and how far above the edge it begins. */
  const atTop = () => {
    const element = scroller()
    if (!element || !handle) return null
    const index = handle.findItemIndex(element.scrollTop)
    const id = list().ids[index]
    return id === undefined ? null : { id, offset: element.scrollTop - margin() - handle.getItemOffset(index) }
  }
  const hold = ({ id, offset }: { id: string; offset: number }) => {
    const element = scroller()
    const index = list().ids.indexOf(id)
    if (!element || !handle || index === -1) {
      pinned = null
      return
    }
    const top = margin() + handle.getItemOffset(index) + offset
    if (Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top
    remember(element)
  }
  /** After whatever changed in the list or was measured of it: the list puts right most of that itself, but not all. */
  const settle = () => {
    if (pinned) hold(pinned)
    else if (atEnd) toEnd()
    look()
  }
  const follow = () => {
    const element = scroller()
    if (element && wasMoved(element)) look()
    settle()
  }
  const goTo = (id: string) => {
    if (!handle || !list().ids.includes(id)) return false
    atEnd = false
    setBehind(true)
    pinned = { id, offset: -above }
    settle()
    return true
  }
  const pin = () => {
    const element = scroller()
    // Hidden, it has no upper edge.
    if (!element?.clientHeight) return
    letGo(element)
    if (!atEnd) pinned ??= atTop()
  }

  createComputed(
    on(ids, (next) => {
      untrack(() => {
        const steps = listSteps(list().ids, next)
        if (steps) pin()
        else {
          pinned = null
          atEnd = true
          setTurn(turn() + 1)
          setList({ ids: next, shift: false })
        }
        const [first, second] = steps ?? []
        if (first) setList(first)
        // One change at a time: the list on the screen learns of each by itself.
        if (second) queueMicrotask(() => setList(second))
        queueMicrotask(settle)
      })
    }),
  )

  // Fonts, folds, an answer that grows and a box one types into change heights without a word to the list.
  const sizes =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver(() => {
          const element = scroller()
          const wasHidden = hidden
          hidden = element?.clientHeight === 0
          if (!element || hidden) return
          if (wasHidden && !atEnd && !pinned) element.scrollTop = lastTop
          else settle()
        })
  onCleanup(() => sizes?.disconnect())

  return {
    list,
    turn,
    behind,
    scroller,
    margin,
    setMargin,
    toEnd,
    goTo,
    /** What the list on the screen has measured is followed before it is painted. */
    measured: () => queueMicrotask(follow),
    /** Where all is to be read anew: what is at the upper edge, or the newest. */
    place: () => (atEnd ? null : ((pinned ?? atTop())?.id ?? null)),
    attach: (element: HTMLElement) => {
      setScroller(element)
      element.addEventListener('scroll', look, { passive: true })
      hand.watch(element)
      sizes?.observe(element)
      queueMicrotask(() => element.firstElementChild && sizes?.observe(element.firstElementChild))
    },
    handle: (next?: VirtualizerHandle) => {
      handle = next
    },
  }
}
