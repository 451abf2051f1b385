import * as random from 'lib0/random'
import * as Y from 'yjs'

/** Makes the updates of somebody who writes on and on at one place, whatever others write. */
export function createAuthor(): { clientId: number; write: (text: string) => Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = random.uint32()
  const text = doc.getText('draft')
  let update = new Uint8Array()
  doc.on('update', (bytes: Uint8Array) => (update = Uint8Array.from(bytes)))
  return {
    clientId: doc.clientID,
    write(piece) {
      text.insert(text.length, piece)
      return update
    },
  }
}
