import { createDraftClient } from '@prologue/collab/client'
import type { DraftClientSocket } from '@prologue/collab/client'
import { io } from 'socket.io-client'
import * as Y from 'yjs'
import type { Seat } from '../server/messages.ts'
import type { Letters } from './letters.ts'

export type Typist = {
  /** Resolves when the draft is open. */
  ready: Promise<void>
  /** Text that was there before anybody is timed. */
  write: (text: string) => void
  moveTo: (index: number) => void
  /** One letter where the cursor is. */
  type: () => void
  text: () => string
  /** Letters that the server has acknowledged. */
  acknowledged: () => readonly string[]
  /** Letters of others that stand in this replica. */
  seen: () => number
  /** Nothing is on its way to the server. */
  isSaved: () => boolean
  leave: () => Promise<void>
}

/** What is timed: milliseconds since the keystroke. */
export type Timed = { screen: number[]; ack: number[] }

/** One person at one browser: the application's own client without the editor on top. */
export function createTypist(seat: Seat, letters: Letters, timed: Timed): Typist {
  const { draftId, epoch, personId, token } = seat
  const socket: DraftClientSocket = io(`http://127.0.0.1:${seat.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  })
  const client = createDraftClient({ socket, draftId, epoch, personId, persistence: false })
  const { doc, text, status } = client
  /** Everything written here, in order; what is no letter is counted only. */
  const written: (string | null)[] = []
  const acknowledged: string[] = []
  let confirmed = 0
  let seen = 0
  let cursor = Y.createRelativePositionFromTypeIndex(text, 0, -1)

  // The server confirms in order, so the edits still unsent are the last ones.
  status.subscribe(({ unsent }) => {
    for (; confirmed < written.length - unsent; confirmed += 1) {
      const letter = written[confirmed]
      const age = letters.age(letter ?? '')
      if (!letter || age === undefined) continue
      acknowledged.push(letter)
      timed.ack.push(age)
    }
  })

  text.observe((event, { local }) => {
    if (local) return
    for (const { insert } of event.delta) {
      if (typeof insert !== 'string') continue
      for (const letter of insert) {
        const age = letters.age(letter)
        if (age === undefined) continue
        seen += 1
        timed.screen.push(age)
      }
    }
  })

  function insert(index: number, piece: string): void {
    text.insert(index, piece)
    cursor = Y.createRelativePositionFromTypeIndex(text, index + piece.length, -1)
  }

  return {
    ready: client.synced,
    write(piece) {
      written.push(null)
      insert(0, piece)
    },
    moveTo(index) {
      cursor = Y.createRelativePositionFromTypeIndex(text, index, -1)
    },
    type() {
      const index = Y.createAbsolutePositionFromRelativePosition(cursor, doc)?.index ?? text.length
      const letter = letters.type()
      written.push(letter)
      insert(index, letter)
    },
    text: () => text.toJSON(),
    acknowledged: () => acknowledged,
    seen: () => seen,
    isSaved: () => status.get().state === 'saved',
    async leave() {
      await client.destroy()
      socket.disconnect()
    },
  }
}
