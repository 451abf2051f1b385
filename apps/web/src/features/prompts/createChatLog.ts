import { createEffect, createMemo, createSignal, on, untrack, type Accessor } from 'solid-js'
import { useToasts } from '../../ui/Toasts.tsx'
import { createLogScroll } from './createLogScroll.ts'
import { createPromptLog } from './createPromptLog.ts'

export type ChatLog = ReturnType<typeof createChatLog>

/** The exchanges of a conversation and where in them one is: at the message the address leads to, at a branch, or at the newest. */
export function createChatLog(conversationId: Accessor<string>, linked: Accessor<string | null>) {
  const say = useToasts()
  /** What is to be gone to as soon as it is there; undefined: nowhere, null: the newest. */
  let wanted: string | null | undefined = untrack(linked) ?? undefined
  const log = createPromptLog(conversationId, () => (wanted === undefined ? scroll.place() : wanted))
  /** Whether the newest is among what is known. */
  const ends = () => (log.log()?.newer ?? null) === null
  const scroll = createLogScroll(log.ids, ends, (side) => void log.readOn(side))
  const [marked, setMarked] = createSignal<string>()

  const goToWanted = () => {
    const known = log.log()
    if (typeof wanted !== 'string' || !known) return
    if (known.missing === wanted) {
      wanted = undefined
      say('The message this link leads to was deleted, or it was never here.', { tone: 'bad' })
    } else if (scroll.goTo(wanted)) {
      setMarked(wanted)
      wanted = undefined
    }
  }
  createEffect(on(log.log, () => queueMicrotask(goToWanted)))
  createEffect(
    on(
      createMemo(linked),
      (id) => {
        if (id === null) return
        wanted = id
        setMarked(undefined)
        if (log.prompt(id)) goToWanted()
        else void log.readAnew()
      },
      { defer: true },
    ),
  )
  return {
    log,
    scroll,
    ends,
    /** The message the address led to. */
    marked,
    async goToLatest() {
      wanted = null
      if (!ends()) await log.readAnew()
      wanted = undefined
      scroll.toEnd()
    },
    /** Shows another branch, from that answer on; null: the one that was begun last, at its end. */
    async showBranch(id: string | null) {
      wanted = id
      await log.readAnew()
      if (id === null) {
        wanted = undefined
        scroll.toEnd()
      }
    },
  }
}
