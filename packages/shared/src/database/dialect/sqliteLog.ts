import type { Database } from 'better-sqlite3'
import type { Dialect, LoggedClaim, LoggedEdit } from './dialect.ts'

type Write = (edits: readonly LoggedEdit[], claims: readonly LoggedClaim[]) => void

// No row of the draft, so null for its id, when the edit does not fit any more.
const insertEdit = `
  insert into draft_updates (draft_id, sequence, content, created_at)
  values ((select id from drafts where id = ? and epoch = ? and snapshot_sequence < ?), ?, ?, ?)`

const insertClaim = 'insert into draft_authors (draft_id, client_id, kind, user_id, created_at) values (?, ?, ?, ?, ?)'

/** Each connection's own: to prepare takes about as long as the rest but the disk. */
const prepared = new WeakMap<Database, Write>()

function prepare(connection: Database): Write {
  const edit = connection.prepare(insertEdit)
  const claim = connection.prepare(insertClaim)
  const write = connection.transaction<Write>((edits, claims) => {
    const now = Date.now()
    for (const { draftId, epoch, sequence, content } of edits) edit.run(draftId, epoch, sequence, sequence, content, now)
    for (const { draftId, clientId, kind, userId } of claims) claim.run(draftId, clientId, kind, userId, now)
  })
  return (edits, claims) => write.immediate(edits, claims)
}

/** From BEGIN to COMMIT without a turn of the event loop. */
export const appendToLog: Dialect['appendToLog'] = async (knex, edits, claims) => {
  // The pool's only connection: whoever has it may be within a transaction.
  const connection: Database = await knex.client.acquireConnection()
  try {
    const write = prepared.get(connection) ?? prepare(connection)
    prepared.set(connection, write)
    write(edits, claims)
  } finally {
    await knex.client.releaseConnection(connection)
  }
}
