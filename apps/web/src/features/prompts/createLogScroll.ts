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
  const [scroller, setScroller] = createSignal<HTMLElement>()
  let handle: VirtualizerHandle | undefined
  let atEnd = true
  let lastTop = 0
  let hidden = false
  const hand = makeHand()

  const look = () => {
    const element = scroller()
    if (!element?.clientHeight || list().ids.length === 0) return
    const { scrollTop, scrollHeight, clientHeight } = element
    const below = scrollHeight - scrollTop - clientHeight
    // Whoever was at the end and did not move up themselves is still there: it is the log that grew, or was measured.
    const left = scrollTop < lastTop - 1 && hand.moves()
    const grown = atEnd && !left && below >= near && ends()
    lastTop = scrollTop
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
    element.scrollTop = element.scrollHeight
    lastTop = element.scrollTop
    atEnd = true
    look()
  }
  /** The one at the upper edge, and how far above the edge it begins. */
  const atTop = () => {
    const element = scroller()
    if (!element || !handle) return null
    const index = handle.findItemIndex(element.scrollTop)
    const id = list().ids[index]
    return id === undefined ? null : { id, offset: element.scrollTop - handle.getItemOffset(index) }
  }
  const goTo = (id: string, offset = -above) => {
    const index = list().ids.indexOf(id)
    if (index === -1 || !handle) return false
    atEnd = false
    setBehind(true)
    handle.scrollToIndex(index, { align: 'start', offset })
    return true
  }
  const apply = (step: ListStep) => {
    const before = list().ids
    const appended = before.every((id, index) => step.ids[index] === id)
    const held = atEnd || step.shift || appended ? null : atTop()
    setList(step)
    if (held) queueMicrotask(() => holdAt(held))
  }
  /** After a change within the list, sizes that were measured stand beside others: what was at the edge is put there again. */
  const holdAt = ({ id, offset }: { id: string; offset: number }) => {
    const element = scroller()
    const index = list().ids.indexOf(id)
    if (element && handle && index !== -1) element.scrollTop = handle.getItemOffset(index) + offset
  }

  createComputed(
    on(ids, (next) => {
      untrack(() => {
        const steps = listSteps(list().ids, next)
        if (steps === null) {
          atEnd = true
          setTurn(turn() + 1)
          setList({ ids: next, shift: false })
        }
        const [first, second] = steps ?? []
        if (first) apply(first)
        // One change at a time: the list on the screen learns of each by itself.
        if (second) queueMicrotask(() => apply(second))
        queueMicrotask(() => (atEnd ? toEnd() : look()))
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
          if (atEnd) toEnd()
          else if (wasHidden) element.scrollTop = lastTop
          else look()
        })
  onCleanup(() => sizes?.disconnect())

  return {
    list,
    turn,
    behind,
    scroller,
    toEnd,
    goTo,
    look,
    /** Where all is to be read anew: what is at the upper edge, or the newest. */
    place: () => (atEnd ? null : (atTop()?.id ?? null)),
    attach: (element: HTMLElement) => {
      setScroller(element)
      element.addEventListener('scroll', look, { passive: true })
      hand.watch(element)
      sizes?.observe(element)
      queueMicrotask(() => element.firstElementChild && sizes?.observe(element.firstElementChild))
    },
    hold: (next?: VirtualizerHandle) => {
      handle = next
    },
  }
}
