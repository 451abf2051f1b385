import type { World } from '@prologue/shared/testing'
import type { Belongings } from './buildBelongings.ts'

/** Every row of the database that has an id or a text of somebody's, as it stands, in one text each. */
export async function rowsOf({ database: { knex, dialect } }: World, { ids, canary }: Belongings): Promise<string[]> {
  const marks = [canary, ...Object.values(ids)]
  const { tables } = await dialect.describe(knex)
  const found: string[] = []
  for (const { name } of tables) {
    const rows: Record<string, unknown>[] = await knex(name).select()
    for (const row of rows) {
      const text = JSON.stringify(row)
      if (marks.some((mark) => text.includes(mark))) found.push(`${name} ${text}`)
    }
  }
  return found.toSorted()
}
