import { type AwarenessEntry, type AwarenessState, personLabel } from '@prologue/contracts'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { readPosition, writePosition } from './position.ts'

export type SharedAwareness = {
  /** Who else is there, after the draft was opened: all of them. */
  replace: (entries: readonly AwarenessEntry[]) => void
  receive: (entry: AwarenessEntry) => void
  /** Tells the own state now, for instance after the draft was opened. */
  announce: () => void
  /** Takes the document's client id as the own one. */
  rename: () => void
  destroy: () => void
}

type Change = { added: number[]; updated: number[]; removed: number[] }

const sendEvery = 60
const typingFor = 2_000
/** The server says who left, so nobody runs out here; y-protocols would let them after 30 s. */
const refreshEvery = 10_000
const remote = 'server'

/**
 * Joins an Awareness, as y-codemirror.next reads it, with the room. The local state's `cursor` is sent at most every
 * 60 ms; its `typing` is set here from the edits.
 */
export function shareAwareness(awareness: Awareness, doc: Doc, send: (state: AwarenessState) => void): SharedAwareness {
  let lastSent = 0
  let sending: ReturnType<typeof setTimeout> | null = null
  let typing: ReturnType<typeof setTimeout> | null = null

  const refreshing = setInterval(() => {
    for (const [client, meta] of awareness.meta) if (client !== awareness.clientID) meta.lastUpdated = Date.now()
  }, refreshEvery)

  function announce(): void {
    if (sending !== null) clearTimeout(sending)
    sending = null
    lastSent = Date.now()
    const local = awareness.getLocalState()
    if (local === null) return
    const anchor = writePosition(local['cursor']?.anchor)
    const head = writePosition(local['cursor']?.head)
    send({ cursor: anchor && head && { anchor, head }, typing: local['typing'] === true })
  }

  function onChange(_change: Change, origin: unknown): void {
    if (origin !== 'local' || sending !== null) return
    sending = setTimeout(announce, Math.max(lastSent + sendEvery - Date.now(), 0))
  }

  function onUpdate(_update: Uint8Array, _origin: unknown, _doc: Doc, transaction: { local: boolean }): void {
    if (!transaction.local) return
    if (typing === null) awareness.setLocalStateField('typing', true)
    else clearTimeout(typing)
    typing = setTimeout(() => {
      typing = null
      awareness.setLocalStateField('typing', false)
    }, typingFor)
  }

  function put(entries: readonly AwarenessEntry[], gone: readonly number[]): void {
    const change: Change = { added: [], updated: [], removed: [] }
    for (const client of gone) {
      if (client !== awareness.clientID && awareness.states.delete(client)) change.removed.push(client)
    }
    for (const { clientId, person, state } of entries) {
      if (clientId === awareness.clientID || state === null) continue
      const list = awareness.states.has(clientId) ? change.updated : change.added
      list.push(clientId)
      const anchor = readPosition(state.cursor?.anchor)
      const head = readPosition(state.cursor?.head)
      awareness.states.set(clientId, {
        user: { id: person.id, name: personLabel(person), color: person.colour, colorLight: `${person.colour}33` },
        cursor: anchor && head && { anchor, head },
        typing: state.typing,
      })
      awareness.meta.set(clientId, { clock: (awareness.meta.get(clientId)?.clock ?? 0) + 1, lastUpdated: Date.now() })
    }
    if (change.added.length + change.updated.length + change.removed.length === 0) return
    awareness.emit('change', [change, remote])
    awareness.emit('update', [change, remote])
  }

  awareness.on('change', onChange)
  doc.on('update', onUpdate)

  return {
    announce,
    receive: (entry) => put([entry], entry.state === null ? [entry.clientId] : []),
    replace(entries) {
      const here = new Set(entries.map(({ clientId }) => clientId))
      put(
        entries,
        [...awareness.states.keys()].filter((client) => !here.has(client)),
      )
    },
    rename() {
      const local = awareness.getLocalState()
      awareness.setLocalState(null)
      awareness.clientID = doc.clientID
      awareness.setLocalState(local)
    },
    destroy() {
      clearInterval(refreshing)
      if (sending !== null) clearTimeout(sending)
      if (typing !== null) clearTimeout(typing)
      awareness.off('change', onChange)
      doc.off('update', onUpdate)
      awareness.destroy()
    },
  }
}
