import type { Knex } from 'knex'
import type { Dialect, SchemaStep } from './dialect.ts'

/**
 * knex adds each index and key of a new table in a statement of its own, and each takes MySQL as long as the table itself:
 * all that is added to one table goes into one statement.
 */
export const compact: Dialect['compact'] = (knex, steps) =>
  steps.flatMap((step) => {
    const statements: string[] = []
    let open = ''
    for (const sql of statementsOf(step)) {
      const [, table, addition] = /^alter table (`\w+`) (add .+)$/s.exec(sql) ?? []
      if (table !== undefined && table === open) statements.push(`${statements.pop()}, ${addition}`)
      else statements.push(sql)
      open = table ?? ''
    }
    return statements.map((sql): Knex.Raw => knex.raw(sql))
  })

function statementsOf(step: SchemaStep): string[] {
  return [step.toSQL()].flat().map(({ sql }) => sql)
}
