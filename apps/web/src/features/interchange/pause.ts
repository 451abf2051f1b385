/** How long the page may be busy at once, in milliseconds. */
const longest = 12

/** Waits a moment whenever the page was busy for long, so that it can draw and hear. */
export function pause(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
