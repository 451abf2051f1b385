/** What a page hears of its own coming and going, and of the other pages on the same template. Answers how it ends. */
export function hearPages(
  templateId: string,
  on: {
    /** It may be the last moment: only what is done at once is done. */
    hidden: () => void
    /** One looks at it again, or the line is back. */
    back: () => void
    /** Another page has saved. */
    savedElsewhere: () => void
    /** Whether something would be lost if the page closed now. */
    wouldLose: () => boolean
  },
): { tellSaved: () => void; stop: () => void } {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`prologue.template.${templateId}`) : null
  const seen = () => (document.visibilityState === 'hidden' ? on.hidden() : on.back())
  const leaving = (event: BeforeUnloadEvent) => {
    on.hidden()
    if (on.wouldLose()) event.preventDefault()
  }
  channel?.addEventListener('message', on.savedElsewhere)
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('online', on.back)
  window.addEventListener('pagehide', on.hidden)
  window.addEventListener('beforeunload', leaving)
  return {
    // A channel reaches pages of this site alone.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tellSaved: () => channel?.postMessage('saved'),
    stop() {
      channel?.close()
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('online', on.back)
      window.removeEventListener('pagehide', on.hidden)
      window.removeEventListener('beforeunload', leaving)
    },
  }
}
