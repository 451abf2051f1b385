import type { HealthCtx } from './check.ts'

/** Days that sizes are kept. */
const keptDays = 400

/** Notes how large each table is today, once a day however often it is called. Answers of how many tables. */
export async function sampleSizes({ database, now }: HealthCtx): Promise<number> {
  const { knex, dialect } = database
  const { tables } = await dialect.describe(knex)
  const sizes = await dialect.health.sizes(
    knex,
    tables.map(({ name }) => name),
  )
  const day = dayOf(now())
  await knex.transaction(async (trx) => {
    await trx('table_sizes')
      .where({ day })
      .orWhere('day', '<', dayOf(new Date(now().getTime() - keptDays * 86_400_000)))
      .delete()
    for (const { name, rows, bytes } of sizes) await trx('table_sizes').insert({ day, name, rowCount: rows, bytes })
  })
  return sizes.length
}

export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
