import { onCleanup } from 'solid-js'

/**
 * For the `ref` of what stays beside something longer: its own height, as `--height`, lets the style sheet hold it by its end where it does not
 * fit into the window.
 */
export function keepInSight(element: HTMLElement): void {
  const sizes = new ResizeObserver(() => element.style.setProperty('--height', `${element.offsetHeight}px`))
  sizes.observe(element)
  onCleanup(() => sizes.disconnect())
}
