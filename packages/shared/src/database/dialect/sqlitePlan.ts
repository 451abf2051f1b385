import type { Dialect } from './dialect.ts'
import { aliases } from './plan.ts'

type Step = { parent: number; detail: string }

export const explain: Dialect['explain'] = async (knex, sql, bindings) => {
  const steps: Step[] = await knex.raw(`explain query plan ${sql}`, [...bindings])
  const names = aliases(sql)
  const tableOf = (detail: string): string[] => {
    const name = /^(?:SCAN|SEARCH) (\w+)/.exec(detail)?.[1]
    return name === undefined || /VIRTUAL TABLE/.test(detail) ? [] : [names.get(name) ?? name]
  }
  const gathered = new Set(
    steps.filter(({ detail }) => /^USE TEMP B-TREE FOR (ORDER BY|GROUP BY|DISTINCT)/.test(detail)).map(({ parent }) => parent),
  )
  const isLimited = /\blimit\b/i.test(sql)
  // Read in the order of an index, a scan ends with the limit.
  const full = steps.filter(
    ({ parent, detail }) =>
      detail.startsWith('SCAN') && !(/USING (COVERING )?INDEX/.test(detail) && isLimited && !gathered.has(parent)),
  )
  return {
    fullScans: [...new Set(full.flatMap(({ detail }) => tableOf(detail)))],
    sorts: [...new Set(steps.filter(({ parent }) => gathered.has(parent)).flatMap(({ detail }) => tableOf(detail)))],
  }
}
