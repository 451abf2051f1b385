import type { Dialect } from './dialect.ts'

type Page = { name: string; bytes: number }

export const health: Dialect['health'] = {
  async sizes(knex, tables) {
    const pages: Page[] = await knex.raw('select name, sum(pgsize) as bytes from dbstat group by name')
    const owners: { name: string; owner: string }[] = await knex.raw('select name, tbl_name as owner from sqlite_master')
    const sizes = []
    for (const name of tables) {
      const own = new Set(owners.filter(({ owner }) => owner === name).map((each) => each.name))
      const [counted] = await knex(name).count<{ rows: number }[]>({ rows: '*' })
      const bytes = pages.reduce((sum, page) => (own.has(page.name) ? sum + page.bytes : sum), 0)
      sizes.push({ name, rows: counted?.rows ?? 0, bytes })
    }
    return sizes
  },

  // Nothing keeps how often an index is read, or how long a statement takes.
  statistics: () => Promise.resolve('never'),
  unusedIndexes: () => Promise.resolve([]),
  slowStatements: () => Promise.resolve([]),
}
