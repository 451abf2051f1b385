import { IndexeddbPersistence } from 'y-indexeddb'
import type { Doc } from 'yjs'

/** What this browser keeps of a draft, so that edits outlive the page. */
export type Kept = {
  /** Resolves when what was kept is in the document. */
  loaded: Promise<unknown>
  /** Edits with this origin came from here. */
  origin: unknown
  close: () => Promise<void>
  forget: () => Promise<void>
}

const nothing: Kept = { loaded: Promise.resolve(), origin: null, close: async () => {}, forget: async () => {} }

/** Keeps the document under `name`; keeps nothing where the browser has no IndexedDB or does not allow it. */
export async function keepInBrowser(name: string, doc: Doc, isWanted: () => boolean): Promise<Kept> {
  if (!(await isAllowed()) || !isWanted()) return nothing
  const persistence = new IndexeddbPersistence(name, doc)
  return {
    loaded: persistence.whenSynced,
    origin: persistence,
    close: () => persistence.destroy(),
    forget: () => persistence.clearData(),
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
