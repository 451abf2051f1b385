import { createEffect, onCleanup, type Accessor } from 'solid-js'

/** What comes next is asked for this far before it is scrolled to. */
const ahead = '800px'

/** Calls `onMore` whenever the end of a list is near and there is `more`, also where what came last did not reach beyond it. */
export function createScrollOn(options: {
  more: Accessor<boolean>
  onMore: () => void
  /** Changes with what is shown. */
  shown: Accessor<unknown>
}): (end: HTMLElement) => void {
  return (end) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting && options.more()) options.onMore()
      },
      { rootMargin: ahead },
    )
    createEffect(() => {
      options.shown()
      if (!options.more()) return
      // Observed anew, it tells where it stands now, with what has come above it.
      observer.unobserve(end)
      observer.observe(end)
    })
    onCleanup(() => observer.disconnect())
  }
}
