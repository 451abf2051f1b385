/** How long what was chosen in a menu may take to show, in milliseconds. */
const patience = 600

/**
 * Called before something is done to a row of `area`: where the row then moves or goes and takes the focus with it, the focus
 * follows it, or falls to the row that took its place.
 */
export function keepRowFocus(area: HTMLElement, id: string): void {
  const rowsNow = () => [...area.querySelectorAll<HTMLElement>('[data-conversation]')]
  const place = rowsNow().findIndex((row) => row.dataset['conversation'] === id)
  const settle = () => {
    const focused = document.activeElement
    if (focused !== document.body && focused !== area) return
    const rows = rowsNow()
    const row = rows.find((one) => one.dataset['conversation'] === id) ?? rows[Math.min(place, rows.length - 1)]
    const target = row?.querySelector('a') ?? (area.isConnected ? area : null)
    target?.focus({ preventScroll: true })
  }
  const removed = new MutationObserver(() => setTimeout(settle))
  removed.observe(area, { childList: true, subtree: true })
  setTimeout(() => {
    removed.disconnect()
    settle()
  }, patience)
}
