import { createDraftClient } from '@prologue/collab/client'
import type { DraftClientSocket } from '@prologue/collab/client'
import { io } from 'socket.io-client'
import type { Letters } from '../collab/load/letters.ts'

type Deed = { letter: string; removes: boolean }

export type Writer = {
  ready: Promise<void>
  /** Writes on, letter by letter, now and then taking back one of its own, until `rest`. */
  go: () => void
  rest: () => void
  /** Much text that is taken back at once, to fill a disk. */
  spill: () => void
  isSaved: () => boolean
  text: () => string
  /** Letters whose insertion was acknowledged, and whose removal was. What is under way to be removed is in neither. */
  promised: () => { there: Set<string>; gone: Set<string>; acknowledged: number }
  leave: () => Promise<void>
}

/** Milliseconds between two letters. */
const pause = () => 10 + Math.random() * 40

/** One tab that writes, with the application's own client. */
export function createWriter(url: string, cookie: string, draft: { draftId: string; epoch: number }, letters: Letters): Writer {
  const socket: DraftClientSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { origin: url, cookie, 'x-forwarded-for': `198.18.${byte()}.${byte()}` },
  })
  const client = createDraftClient({ socket, ...draft, personId: 'writer', persistence: false })
  const { text, status } = client
  const deeds: (Deed | null)[] = []
  const there = new Set<string>()
  const gone = new Set<string>()
  let acknowledged = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  // The server confirms in order, so what is unsent is always the last.
  status.subscribe(({ unsent }) => {
    for (; acknowledged < deeds.length - unsent; acknowledged += 1) {
      const deed = deeds[acknowledged]
      if (!deed) continue
      if (deed.removes) gone.add(deed.letter)
      else there.add(deed.letter)
    }
  })

  function write(): void {
    const [own] = there
    const index = own && Math.random() < 0.2 ? text.toJSON().indexOf(own) : -1
    if (own && index >= 0) {
      // From now on it may be in the database or not.
      there.delete(own)
      deeds.push({ letter: own, removes: true })
      text.delete(index, 1)
    } else {
      const letter = letters.type()
      deeds.push({ letter, removes: false })
      text.insert(Math.floor(Math.random() * (text.length + 1)), letter)
    }
    timer = setTimeout(write, pause())
  }

  return {
    ready: client.synced,
    go: () => void (timer ??= setTimeout(write, pause())),
    rest() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
    spill() {
      deeds.push(null, null)
      text.insert(0, '.'.repeat(50_000))
      text.delete(0, 50_000)
    },
    isSaved: () => status.get().state === 'saved' && status.get().unsent === 0,
    text: () => text.toJSON(),
    promised: () => ({ there: new Set(there), gone: new Set(gone), acknowledged }),
    async leave() {
      if (timer !== null) clearTimeout(timer)
      await client.destroy()
      socket.disconnect()
    },
  }
}

const byte = () => Math.floor(Math.random() * 256)
