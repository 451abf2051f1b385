import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BuiltServer } from './server.ts'

/** Sorted as they are made, as the server's own are. */
function idAt(instant: number): string {
  const time = instant.toString(16).padStart(12, '0')
  const rest = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}

/**
 * Puts so many older exchanges before those a conversation has, straight into the database of a server that it stops meanwhile.
 * Answers their ids, the oldest first.
 */
export async function fillConversation(server: BuiltServer, conversationId: string, count: number): Promise<string[]> {
  await server.kill()
  const database = new DatabaseSync(join(server.dataDir, 'prologue.sqlite'))
  const author = database.prepare('select owner_id from conversations where id = ?').get(conversationId)?.['owner_id']
  const columns = [
    'id, conversation_id, author_id, user_input, system_prompt, response, provider, model, parameters, status, metadata',
    'created_at, updated_at',
  ]
  const insert = database.prepare(`insert into prompts (${columns.join(', ')}) values (${Array(13).fill('?').join(', ')})`)
  const began = Date.now() - count * 60_000
  const ids = Array.from({ length: count }, (_, index) => idAt(began + index * 60_000))
  database.exec('begin')
  for (const [index, id] of ids.entries()) {
    const message = `Message ${index}. ${'It says a little more than that. '.repeat(index % 7)}`
    const answer = Array.from({ length: 1 + (index % 11) }, (_, line) => `Line ${line} of answer ${index}.`).join('\n')
    const at = began + index * 60_000
    const values = [
      id,
      conversationId,
      author ?? randomUUID(),
      message,
      '',
      answer,
      'composer',
      'composer-1',
      '{}',
      'completed',
      '{}',
      at,
      at,
    ]
    insert.run(...values)
  }
  database.exec('commit')
  database.close()
  await server.restart()
  return ids
}
