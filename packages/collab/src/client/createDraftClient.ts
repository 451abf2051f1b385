import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import { copyName } from './copies.ts'
import { createProvider } from './createProvider.ts'
import { createStatus } from './createStatus.ts'
import { keepInBrowser } from './kept.ts'
import { shareAwareness } from './shareAwareness.ts'
import type { DraftClient, DraftClientOptions } from './types.ts'

/**
 * A draft in the browser: its document, kept in IndexedDB and in step with the server. Edits made at any time stay here
 * until the server has them; `status` says how it stands.
 */
export function createDraftClient(options: DraftClientOptions): DraftClient {
  const { socket, draftId, epoch, personId, persistence = true } = options
  const doc = new Y.Doc()
  const text = doc.getText(draftTextName)
  const status = createStatus()
  const awareness = new Awareness(doc)
  let destroyed = false

  const shared = shareAwareness(awareness, doc, (state) => {
    if (provider.isOpen()) socket.volatile.emit('draft:awareness', { draftId, state })
  })
  const provider = createProvider({ socket, draftId, epoch, doc, status, awareness: shared })
  const keeping = persistence ? keepInBrowser(copyName(draftId, epoch, personId), doc, () => !destroyed) : Promise.resolve(null)
  void begin()

  /** The document opens with all that was kept, so that the server is asked for what is really missing. */
  async function begin(): Promise<void> {
    const kept = await keeping
    if (kept && !destroyed) {
      kept.follow(status.get())
      status.subscribe(kept.follow)
    }
    await kept?.loaded
    if (!destroyed) provider.start()
  }

  return {
    doc,
    text,
    awareness,
    status: { get: status.get, subscribe: status.subscribe },
    synced: provider.synced,
    async forget() {
      await (await keeping)?.forget()
    },
    async destroy() {
      if (destroyed) return
      destroyed = true
      provider.stop()
      shared.destroy()
      status.end()
      await (await keeping)?.close()
      doc.destroy()
    },
  }
}
