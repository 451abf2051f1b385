import type { Connection } from 'mysql2'
import type { Dialect, LoggedClaim, LoggedEdit } from './dialect.ts'

type Statement = { sql: string; values: unknown[] }

/** Rows in one statement. */
const chunk = 200

// No row of the draft, so null for its id, when the edit does not fit any more: the statement fails as a whole. The shared
// lock waits for a compaction under way, because a number that it folds is taken, though its row is gone.
const editRow = '((select id from drafts where id = ? and epoch = ? and snapshot_sequence < ? for share), ?, ?, ?)'

function insertEdits(edits: readonly LoggedEdit[], now: Date): Statement {
  return {
    sql: `insert into draft_updates (draft_id, sequence, content, created_at) values ${edits.map(() => editRow).join(', ')}`,
    values: edits.flatMap(({ draftId, epoch, sequence, content }) => [draftId, epoch, sequence, sequence, content, now]),
  }
}

function insertClaims(claims: readonly LoggedClaim[], now: Date): Statement {
  return {
    sql: 'insert into draft_authors (draft_id, client_id, kind, user_id, created_at) values ?',
    values: [claims.map(({ draftId, clientId, kind, userId }) => [draftId, clientId, kind, userId, now])],
  }
}

function inChunks<Row>(rows: readonly Row[], insert: (rows: readonly Row[], now: Date) => Statement, now: Date): Statement[] {
  const chunks = Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) =>
    rows.slice(index * chunk, (index + 1) * chunk),
  )
  return chunks.map((some) => insert(some, now))
}

/** One trip to the server where no client id is new: a statement is a transaction of its own. */
export const appendToLog: Dialect['appendToLog'] = async (knex, edits, claims) => {
  const now = new Date()
  // Every node writes drafts in the same order, so that none waits for one that waits for it.
  const ordered = edits.toSorted((one, other) => (one.draftId < other.draftId ? -1 : Number(one.draftId > other.draftId)))
  const statements = [...inChunks(ordered, insertEdits, now), ...inChunks(claims, insertClaims, now)]
  const connection: Connection = await knex.client.acquireConnection()
  try {
    await (statements.length === 1 ? runAll(connection, statements) : runAsOne(connection, statements))
  } finally {
    await knex.client.releaseConnection(connection)
  }
}

async function runAll(connection: Connection, statements: readonly Statement[]): Promise<void> {
  for (const { sql, values } of statements) await connection.promise().query(sql, values)
}

async function runAsOne(connection: Connection, statements: readonly Statement[]): Promise<void> {
  const transaction = connection.promise()
  await transaction.beginTransaction()
  try {
    await runAll(connection, statements)
    await transaction.commit()
  } catch (error) {
    // A connection that cannot take it back must not be used again; the server takes back what it had begun.
    await transaction.rollback().catch(() => connection.destroy())
    throw error
  }
}
