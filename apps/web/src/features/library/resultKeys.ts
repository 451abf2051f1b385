/** The links of what was found, in their order. */
const links = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-result]')]

/** In how many columns a grid stands just now. */
const columns = (list: HTMLElement) => getComputedStyle(list).gridTemplateColumns.split(' ').length

export function focusFirst(list: HTMLElement): void {
  links(list)[0]?.focus()
}

/**
 * The arrow keys go from one result to the next as they stand on the screen; above the first line `onLeave` is asked. The keys of
 * a field within a result stay its own.
 */
export function moveByKey(list: HTMLElement, event: KeyboardEvent, onLeave: () => void): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const all = links(list)
  const at = all.findIndex((link) => link === target || link.closest('li')?.contains(target))
  const width = columns(list)
  const steps: Readonly<Record<string, number>> = { ArrowDown: width, ArrowUp: -width, ArrowRight: 1, ArrowLeft: -1 }
  const step = steps[event.key]
  if (at === -1 || step === undefined) return
  event.preventDefault()
  if (event.key === 'ArrowUp' && at < width) return onLeave()
  // Below the last full line stand fewer: the last of them is the nearest.
  const next = event.key === 'ArrowDown' ? Math.min(at + step, all.length - 1) : at + step
  all[next]?.focus()
}
