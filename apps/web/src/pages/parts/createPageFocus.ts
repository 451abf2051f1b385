import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, onCleanup } from 'solid-js'
import { useSession } from '../../identity/session.tsx'

/**
 * After a change of page, or of who is signed in, the focus would fall to the body; this gives it to the new page's heading, as
 * soon as that is there. It ends with the first thing people do themselves, and takes the focus from nothing that has it.
 */
export function createPageFocus(): void {
  const location = useLocation()
  const session = useSession()
  const page = createMemo<string | undefined>((before) =>
    session.state() === 'known' ? `${location.pathname} ${session.person()?.id ?? ''}` : before,
  )
  createEffect((before: string | undefined) => {
    const now = page()
    // The browser itself sees to the first page.
    if (before !== undefined) onCleanup(followHeading())
    return now
  }, undefined)
}

function followHeading(): () => void {
  const changes = new MutationObserver(focusHeading)
  const stop = () => {
    changes.disconnect()
    document.removeEventListener('keydown', stop)
    document.removeEventListener('pointerdown', stop)
  }
  changes.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('keydown', stop)
  document.addEventListener('pointerdown', stop)
  focusHeading()
  return stop
}

function focusHeading(): void {
  const heading = document.querySelector('h1')
  if (!heading || document.activeElement !== document.body) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
