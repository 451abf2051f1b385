import { onMount } from 'solid-js'

/** For the `ref` of a heading that comes in place of what had the focus: one reads on from there. */
export function takeFocus(heading: HTMLElement): void {
  heading.tabIndex = -1
  onMount(() => heading.focus({ preventScroll: true }))
}
