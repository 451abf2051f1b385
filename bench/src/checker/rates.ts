// In what share of a collection's texts each rule finds something, beside the table of docs/checker.md. It ends with 1 where one is
// further from it than it may be.
// npm run bench:checker -- --rates prompts.csv
import { check } from '@prologue/prompt-kit'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { table } from '../collab/result/table.ts'

/** In points of a hundred: the table rounds, and collections grow. */
const mostOff = 1.5

/** The file has the columns `prompt` and `type`, of which `TEXT` counts. Answers whether the table of the docs still holds. */
export function compareRates(file: string): boolean {
  const told = toldRates(readFileSync(new URL('../../../docs/checker.md', import.meta.url), 'utf8'))
  if (told.size === 0) throw new Error('docs/checker.md has no table of shares.')
  const texts = textsOf(readFileSync(file, 'utf8'))
  if (texts.length === 0) throw new Error('The file has no rows of the type TEXT.')
  const found = countRules(texts)
  let holds = true
  const rows = [['rule', 'told %', 'found %', '']]
  for (const rule of new Set([...told.keys(), ...found.keys()])) {
    const share = ((found.get(rule) ?? 0) / texts.length) * 100
    const expected = told.get(rule)
    // What the table leaves out it tells to be rare.
    const off = Math.abs(share - (expected ?? 0)) > mostOff
    if (off) holds = false
    rows.push([rule, expected?.toFixed(1) ?? '', share.toFixed(1), off ? 'differs' : ''])
  }
  console.log(`${texts.length.toLocaleString('en')} texts\n${table(rows, 1)}\n`)
  console.log(`Asked: no rule further than ${mostOff} points from docs/checker.md.`)
  return holds
}

/** Percent by rule, of the cells `| rule | 1.2 % |`. */
function toldRates(docs: string): Map<string, number> {
  const cells = docs.matchAll(/\| ([a-z-]+) \| ([\d.]+) %(?= \|)/g)
  return new Map(Array.from(cells, ([, rule = '', share]) => [rule, Number(share)]))
}

function textsOf(csv: string): string[] {
  const rows: unknown[] = parse(csv, { columns: true, bom: true, relax_column_count: true })
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null) return []
    const text: unknown = Reflect.get(row, 'prompt')
    return Reflect.get(row, 'type') === 'TEXT' && typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
}

function countRules(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const rule of new Set(check(text).map((finding) => finding.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return counts
}
