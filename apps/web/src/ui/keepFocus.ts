import { onCleanup } from 'solid-js'

/**
 * When what had the focus within `area` is taken away (a revoked row, a replaced button), the focus would fall to the page's
 * beginning; this gives it to the area itself, so that the next key goes on from there.
 */
export function keepFocus(area: HTMLElement): void {
  let inside = false
  const follow = (event: Event) => {
    inside = event.target instanceof Node && area.contains(event.target)
  }
  const removed = new MutationObserver(() => {
    if (inside && document.activeElement === document.body && area.isConnected) area.focus({ preventScroll: true })
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
