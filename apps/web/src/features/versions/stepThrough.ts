/** For `onKeyDown` of a list: the arrow keys, Home and End go from one of its `data-step` elements to another. */
export function stepThrough(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')]
  const at = steps.findIndex((step) => step === document.activeElement)
  if (at === -1) return
  const to = targetOf(event.key, at, steps.length)
  const next = to === undefined ? undefined : steps[to]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
