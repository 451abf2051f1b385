import type { Database } from 'better-sqlite3'
import type { Dialect } from './dialect.ts'

// No row of the draft, so null for its id, when the edit does not fit any more.
const insertEdit = `
  insert into draft_updates (draft_id, sequence, content, created_at)
  values ((select id from drafts where id = ? and epoch = ? and snapshot_sequence < ?), ?, ?, ?)`

const insertClaim = 'insert into draft_authors (draft_id, client_id, kind, user_id, created_at) values (?, ?, ?, ?, ?)'

/** From BEGIN to COMMIT without a turn of the event loop. */
export const appendToLog: Dialect['appendToLog'] = async (knex, edits, claims) => {
  // The pool's only connection: whoever has it may be within a transaction.
  const connection: Database = await knex.client.acquireConnection()
  try {
    const edit = connection.prepare(insertEdit)
    const claim = connection.prepare(insertClaim)
    const now = Date.now()
    connection
      .transaction(() => {
        for (const { draftId, epoch, sequence, content } of edits) {
          edit.run(draftId, epoch, sequence, sequence, content, now)
        }
        for (const { draftId, clientId, kind, userId } of claims) claim.run(draftId, clientId, kind, userId, now)
      })
      .immediate()
  } finally {
    await knex.client.releaseConnection(connection)
  }
}
