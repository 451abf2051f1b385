/** Resolves once what the HTML holds has been seen; where nobody looks, at once: a page in the background is never painted. */
export function openingPainted(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/**
 * Until the program has drawn a page into `root`, what the HTML itself holds stands there: the name, and where the server puts it
 * the heading. It goes in the same moment as the page comes, so that nothing flickers.
 */
export function endOpening(root: HTMLElement): void {
  const drawn = new MutationObserver(() => {
    if (!root.querySelector('header, main, h1')) return
    document.getElementById('opening')?.remove()
    drawn.disconnect()
  })
  drawn.observe(root, { childList: true, subtree: true })
}
