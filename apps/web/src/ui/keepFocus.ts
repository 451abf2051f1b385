import { onCleanup } from 'solid-js'

/**
 * When what had the focus within `area` is taken away (a revoked row, a replaced button), the focus would fall to the page's
 * beginning; this gives it to the area itself, so that the next key goes on from there. What was only moved keeps it.
 */
export function keepFocus(area: HTMLElement): void {
  let held: Node | null = null
  const follow = ({ target }: Event) => {
    held = target instanceof Node && area.contains(target) ? target : null
  }
  const removed = new MutationObserver((changes) => {
    const had = held
    if (!had || document.activeElement !== document.body || !area.isConnected) return
    const moved = area.contains(had) && changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(had)))
    const next = moved && had instanceof HTMLElement ? had : area
    next.focus({ preventScroll: true })
  })
  if (!area.hasAttribute('tabindex')) area.tabIndex = -1
  document.addEventListener('focusin', follow)
  document.addEventListener('pointerdown', follow)
  removed.observe(area, { childList: true, subtree: true })
  onCleanup(() => {
    document.removeEventListener('focusin', follow)
    document.removeEventListener('pointerdown', follow)
    removed.disconnect()
  })
}
