import type { Dialect } from './dialect.ts'
import { aliases } from './plan.ts'

type Line = { depth: number; text: string }

/** Steps that hold all rows below them before they answer the first. */
const gathers = /^(Sort|Aggregate using temporary|Temporary table)/

const scanned = /^(?:Table|Index|Covering index) scan on (\w+)|^Count rows in (\w+)/
const touched = /\b(?:scan|lookup|search|Count rows) (?:on|in) (\w+)/

export const explain: Dialect['explain'] = async (knex, sql, bindings) => {
  const [rows]: { EXPLAIN: string }[][] = await knex.raw(`explain format=tree ${sql}`, [...bindings])
  const lines = (rows ?? [])
    .flatMap((row) => row.EXPLAIN.split('\n'))
    .flatMap((line): Line[] => {
      const [, indent, text] = /^( *)-> (.*)$/.exec(line) ?? []
      return indent === undefined || text === undefined ? [] : [{ depth: indent.length, text }]
    })
  const names = aliases(sql)
  const nameOf = (alias: string) => names.get(alias) ?? alias
  const fullScans = new Set<string>()
  const sorts = new Set<string>()
  for (const [index, { text }] of lines.entries()) {
    const above = ancestors(lines, index)
    const [, scan, count] = scanned.exec(text) ?? []
    const table = touched.exec(text)?.[1]
    const limit = above.findIndex((step) => step.startsWith('Limit'))
    const gathering = above.findIndex((step) => gathers.test(step))
    const ordered = /^(Index|Covering index)\b/.test(text)
    // Read in the order of an index, it ends with the limit.
    const ends = ordered && limit >= 0 && (gathering < 0 || gathering > limit)
    const found = scan ?? count
    if (found !== undefined && !ends) fullScans.add(nameOf(found))
    // A limit below keeps what is gathered short.
    if (table !== undefined && gathering >= 0 && (limit < 0 || limit > gathering)) sorts.add(nameOf(table))
  }
  return { fullScans: [...fullScans], sorts: [...sorts] }
}

/** The steps that a step answers to, the nearest first. */
function ancestors(lines: readonly Line[], index: number): string[] {
  const above: string[] = []
  let depth = lines[index]?.depth ?? 0
  for (const line of lines.slice(0, index).toReversed()) {
    if (line.depth >= depth) continue
    above.push(line.text)
    depth = line.depth
  }
  return above
}
