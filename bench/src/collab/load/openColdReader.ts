import { draftTextName } from '@prologue/collab/server'
import { createDraftStore, openDatabase } from '@prologue/shared'
import * as Y from 'yjs'

export type ColdReader = { read: (draftId: string) => Promise<string>; close: () => Promise<void> }

/** Reads drafts as a server does that has just been started: from the database and nothing else. */
export async function openColdReader(url: string): Promise<ColdReader> {
  const database = await openDatabase(url)
  const store = createDraftStore(database)
  return {
    async read(draftId) {
      const stored = await store.load(draftId)
      if (!stored) throw new Error(`The database has no draft ${draftId}.`)
      const doc = new Y.Doc()
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot)
      for (const { update } of stored.updates) Y.applyUpdate(doc, update)
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`The log of draft ${draftId} has a gap.`)
      const text = doc.getText(draftTextName).toJSON()
      doc.destroy()
      return text
    },
    close: () => database.close(),
  }
}
