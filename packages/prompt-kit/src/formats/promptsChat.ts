import { dollarPattern } from '../checker/foreignSyntax.ts'
import { fromLiquid } from './convert/fromLiquid.ts'
import { liquidLosses } from './convert/liquidLosses.ts'
import { readCells, writeCells } from './csv/cells.ts'
import { csvRows } from './csv/csvRows.ts'
import { partLosses } from './json/losses.ts'
import { furtherCells, furtherColumns, readHeader, standardColumns, type StandardColumn } from './promptsChat/columns.ts'
import { withoutMark } from './readers.ts'
import { FormatFault, type Format, type PortableTemplate, type ReadItem } from './types.ts'

const id = 'prompts-chat'
const name = 'prompts.chat'
const variable = new RegExp(dollarPattern, 'u')

/** A prompt a row: `act,prompt,for_devs,type,contributor`. It is read and written row by row, however long the file is. */
export const promptsChat: Format = {
  id,
  name: 'prompts.chat CSV',
  extension: '.csv',
  mediaType: 'text/csv',
  holdsMany: true,
  recognises: (fileName, beginning) => {
    const [first = ''] = withoutMark(beginning).trimStart().split(/\r?\n/, 1)
    const names = first.length > 10_000 ? [] : (readCells(first) ?? []).map((cell) => cell.trim())
    const isNamed = fileName.toLowerCase().endsWith('.csv')
    if (names.includes('act') && names.includes('prompt')) return isNamed ? 1 : 0.8
    return isNamed ? 0.2 : 0
  },
  read,
  write: { losses, write },
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  let names: string[] | null = null
  for await (const row of csvRows(text)) {
    const cells = readCells(row.text)
    if (names === null) names = readHeader(cells, row.line)
    else yield readRow(names, cells, row.line)
  }
  if (names === null) throw new FormatFault(1, 'The file is empty: its first row should name the columns.')
}

function readRow(names: readonly string[], cells: readonly string[] | null, line: number): ReadItem {
  const cell = (column: StandardColumn) => cells?.[names.indexOf(column)] ?? ''
  const title = cell('act')
  const content = cell('prompt')
  const place = { line, name: title === '' ? null : title }
  const refuse = (reason: string): ReadItem => ({ ok: false, place, reason })
  if (cells === null)
    return refuse('Its quotes are wrong: a cell with quotes in it stands in quotes, and each quote in it twice.')
  if (cells.length !== names.length)
    return refuse(`The row should have ${names.length} cells as the first row has, and has ${cells.length}.`)
  if (title.trim() === '') return refuse('The cell "act" should hold a title, and is empty.')
  if (content.trim() === '') return refuse('The cell "prompt" should hold a text, and is empty.')
  const further = furtherCells(names, cells)
  const latest = {
    number: 1,
    content,
    variables: [],
    settings: {},
    message: '',
    author: cell('contributor') || null,
    createdAt: null,
  }
  const template: PortableTemplate = {
    title,
    description: '',
    category: null,
    tags: [],
    versions: [latest],
    labels: [],
    ratings: null,
    extras: Object.keys(further).length > 0 ? { [id]: further } : {},
  }
  return { ok: true, place, template, syntax: variable.test(content) ? 'dollar' : null, notes: [] }
}

function losses(template: PortableTemplate): string[] {
  const found = partLosses(template, { id, name, holds: ['title', 'author', 'variables'] })
  const latest = template.versions.at(-1)
  if (authorsOf(template).length > 1) found.push('All who wrote one of its versions are named as contributors.')
  if (latest !== undefined && latest.variables.length > 0)
    found.push('Variables are written as ${name:default}; what else is declared of them is left out.')
  if (latest !== undefined) found.push(...liquidLosses(latest, 'dollar', name))
  // Changed cells would not be the templates any more, so that it is said and not done.
  if ([template.title, latest?.content ?? ''].some((cell) => /^[=+\-@\t\r]/.test(cell)))
    found.push('A spreadsheet may take a cell that begins with = + - or @ for a formula.')
  const columns = furtherColumns(template.extras[id] ?? {})
  if (columns.length > 0)
    found.push(`The file has a column for ${columns.map((column) => `"${column}"`).join(', ')} only if its first template has.`)
  return found
}

async function* write(templates: AsyncIterable<PortableTemplate>): AsyncGenerator<string> {
  let names: string[] | null = null
  for await (const template of templates) {
    if (names === null) {
      names = [...Object.keys(standardColumns), ...furtherColumns(template.extras[id] ?? {})]
      yield writeCells(names)
    }
    yield writeCells(names.map((column) => cellOf(template, column)))
  }
  if (names === null) yield writeCells(Object.keys(standardColumns))
}

function cellOf(template: PortableTemplate, column: string): string {
  const latest = template.versions.at(-1)
  if (column === 'act') return template.title
  if (column === 'prompt') return latest === undefined ? '' : fromLiquid(latest.content, latest.variables, 'dollar')
  if (column === 'contributor') return authorsOf(template).join(',')
  const kept = template.extras[id]?.[column]
  if (typeof kept === 'string') return kept
  return column === 'for_devs' || column === 'type' ? standardColumns[column] : ''
}

/** Each once, the first first. */
function authorsOf({ versions }: PortableTemplate): string[] {
  return [...new Set(versions.flatMap(({ author }) => author ?? []))]
}
