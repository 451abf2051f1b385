import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import { fromBase64 } from '../updates/base64.ts'
import { copyName, deleteCopy, isKept } from './copies.ts'
import { unsentMarks } from './unsentMarks.ts'

export type CopyPlace = { draftId: string; epoch: number; personId: string }

/**
 * The text of a draft as this browser kept it, with the edits that were never sent, for who can open the draft no more. Null
 * where nothing unsent was kept.
 */
export async function readUnsentText({ draftId, epoch, personId }: CopyPlace): Promise<string | null> {
  const name = copyName(draftId, epoch, personId)
  if (!unsentMarks.on(name) || !(await isKept(name))) return null
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(name, doc)
  try {
    await persistence.whenSynced
    for (const update of unsentMarks.make(name).left()) Y.applyUpdate(doc, fromBase64(update))
    return doc.getText(draftTextName).toJSON()
  } finally {
    await persistence.destroy()
    doc.destroy()
  }
}

/** Deletes such a text, when it was copied elsewhere or is not wanted. */
export async function discardUnsentText({ draftId, epoch, personId }: CopyPlace): Promise<void> {
  const name = copyName(draftId, epoch, personId)
  unsentMarks.make(name).clearAll()
  await deleteCopy(name)
}
