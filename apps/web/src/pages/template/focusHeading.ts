/** What had the focus is gone with the template. */
export function focusHeading(main: HTMLElement): void {
  const heading = main.querySelector('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
