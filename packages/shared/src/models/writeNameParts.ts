import type { Knex } from 'knex'
import { nameParts } from '../database/words/index.ts'

/** Writes what somebody is found by, in the place of what it was. Null: by nothing any more. */
export async function writeNameParts(db: Knex, userId: string, name: string | null): Promise<void> {
  await db('user_name_parts').where({ userId }).delete()
  if (name === null) return
  await db('user_name_parts').insert(nameParts(name).map((part, place) => ({ userId, place, part })))
}
