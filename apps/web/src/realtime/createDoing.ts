import type { PresenceState } from '@prologue/contracts'
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'

export type Doing = {
  state: Accessor<PresenceState>
  /** A message is being written; it counts as such for a moment. */
  typed: () => void
  /** The message was sent or emptied. */
  done: () => void
}

const idleAfter = 2 * 60_000
const typingFor = 3_000
/** Signs of life; `pointermove` comes often, so it is looked at once in a while only. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const lookEvery = 5_000

/** What the person at this page does: idle after two minutes without a sign or with another page in front, typing while they write. */
export function createDoing(): Doing {
  const [idle, setIdle] = createSignal(document.hidden)
  const [typing, setTyping] = createSignal(false)
  let lastSign = Date.now()
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const look = () => setIdle(document.hidden || Date.now() - lastSign >= idleAfter)
  const sign = () => {
    lastSign = Date.now()
    if (idle()) look()
  }
  const turned = () => {
    if (!document.hidden) lastSign = Date.now()
    look()
  }
  const done = () => {
    clearTimeout(typingTimer)
    setTyping(false)
  }
  const typed = () => {
    sign()
    setTyping(true)
    clearTimeout(typingTimer)
    typingTimer = setTimeout(done, typingFor)
  }

  const looking = setInterval(look, lookEvery)
  for (const event of signs) window.addEventListener(event, sign, { passive: true, capture: true })
  document.addEventListener('visibilitychange', turned)
  onCleanup(() => {
    clearInterval(looking)
    clearTimeout(typingTimer)
    for (const event of signs) window.removeEventListener(event, sign, { capture: true })
    document.removeEventListener('visibilitychange', turned)
  })
  const state = createMemo(() => ({ idle: idle(), typing: typing() }))
  return { state, typed, done }
}
