/**
 * Called before something is done to a row of `area`: where the row then moves or goes and takes the focus with it, the focus
 * follows it, or falls to the row that took its place. Ends with the next thing people do themselves.
 */
export function keepRowFocus(area: HTMLElement, id: string): void {
  const rowsNow = () => [...area.querySelectorAll<HTMLElement>('[data-conversation]')]
  const place = rowsNow().findIndex((row) => row.dataset['conversation'] === id)
  const settle = () => {
    // It fell to what stands around the rows: the list, the page's section, the page itself.
    if (!document.activeElement?.contains(area)) return
    const rows = rowsNow()
    const row = rows.find((one) => one.dataset['conversation'] === id) ?? rows[Math.min(place, rows.length - 1)]
    const target = row?.querySelector('a') ?? (area.isConnected ? area : null)
    target?.focus({ preventScroll: true })
  }
  // A menu that closes gives the focus back first, to a button that may be gone.
  const changes = new MutationObserver(() => setTimeout(settle))
  changes.observe(area, { childList: true, subtree: true })
  const end = () => {
    changes.disconnect()
    document.removeEventListener('keydown', end)
    document.removeEventListener('pointerdown', end)
  }
  // The key that chose this is still on its way up to the document.
  setTimeout(() => {
    document.addEventListener('keydown', end)
    document.addEventListener('pointerdown', end)
  })
}
