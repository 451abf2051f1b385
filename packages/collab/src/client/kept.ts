import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '../updates/base64.ts'
import type { ClosedBecause, DraftStatus } from './types.ts'
import { unsentMarks } from './unsentMarks.ts'

/** What this browser keeps of a draft, so that edits outlive the page. */
export type Kept = {
  /** Resolves when what was kept is in the document. */
  loaded: Promise<unknown>
  /** Notes whether the copy holds unsent edits; deletes a copy without any when access to the draft has ended. */
  follow: (status: DraftStatus) => void
  close: () => Promise<void>
  forget: () => Promise<void>
}

/** Nobody who may read the draft is here any more. */
const endings = ['access-ended', 'draft-deleted', 'NOT_FOUND', 'FORBIDDEN'] as const satisfies ClosedBecause[]

const nothing: Kept = { loaded: Promise.resolve(), follow() {}, close: async () => {}, forget: async () => {} }

/** Keeps the document under `name`; keeps nothing where the browser has no IndexedDB or does not allow it. */
export async function keepInBrowser(name: string, doc: Y.Doc, isWanted: () => boolean): Promise<Kept> {
  if (!(await isAllowed()) || !isWanted()) return nothing
  const mark = unsentMarks.make(name)
  const persistence = new IndexeddbPersistence(name, doc)
  let unsentSince: Uint8Array = new Uint8Array()
  let hasUnsent = false

  async function load(): Promise<void> {
    await persistence.whenSynced
    unsentSince = Y.encodeStateVector(doc)
    for (const update of mark.left()) Y.applyUpdate(doc, fromBase64(update), mark)
  }

  /** IndexedDB writes in its own time and a page that closes does not wait for it: the last words go where writing is at once. */
  function onPageHide(): void {
    if (hasUnsent) mark.set(toBase64(Y.encodeStateAsUpdate(doc, unsentSince)))
  }

  const forget = async () => {
    hasUnsent = false
    await persistence.clearData()
    mark.clearAll()
  }
  globalThis.addEventListener?.('pagehide', onPageHide)
  return {
    loaded: load(),
    follow({ state, unsent, closedBecause }) {
      if (unsent > 0) mark.set('')
      else if (state === 'saved') {
        mark.clear()
        unsentSince = Y.encodeStateVector(doc)
      }
      hasUnsent = unsent > 0
      const ended = endings.some((reason) => reason === closedBecause)
      // A mark may be of an earlier page, whose edits were never sent.
      if (ended && !unsentMarks.on(name)) void forget()
    },
    async close() {
      globalThis.removeEventListener?.('pagehide', onPageHide)
      await persistence.destroy()
    },
    forget,
  }
}

/** Some browsers have IndexedDB and refuse to open it (private windows, blocked site data); y-indexeddb would wait for ever. */
function isAllowed(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(false)
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('prologue-allowed')
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
    } catch {
      resolve(false)
    }
  })
}
