import { createEffect, createSignal, onCleanup } from 'solid-js'

/** Nearer to the end than this counts as reading the latest. */
const near = 80

/**
 * Keeps a scrolled log at its end while its reader is there, and leaves it alone while they read further up.
 * `grown` reads whatever makes the log grow.
 */
export function createFollowing(grown: () => unknown) {
  const [behind, setBehind] = createSignal(false)
  let scroller: HTMLElement | undefined
  let atEnd = true

  const look = () => {
    if (!scroller) return
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near
    setBehind(!atEnd)
  }
  const toEnd = () => {
    if (scroller) scroller.scrollTop = scroller.scrollHeight
    look()
  }
  // Fonts, folds and a box that grows while one types all change heights without a word to the list.
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => (atEnd ? toEnd() : look()))

  createEffect(() => {
    grown()
    if (atEnd) queueMicrotask(toEnd)
  })
  onCleanup(() => sizes?.disconnect())

  return {
    behind,
    toEnd,
    attach: (element: HTMLElement) => {
      scroller = element
      element.addEventListener('scroll', look, { passive: true })
      sizes?.observe(element)
      queueMicrotask(() => element.firstElementChild && sizes?.observe(element.firstElementChild))
    },
    /** Runs what puts lines above the ones in view, and keeps those in view where they are. */
    keepPlace: async (work: () => Promise<unknown>) => {
      if (!scroller) return
      const fromEnd = scroller.scrollHeight - scroller.scrollTop
      await work()
      requestAnimationFrame(() => {
        if (scroller) scroller.scrollTop = scroller.scrollHeight - fromEnd
      })
    },
  }
}
