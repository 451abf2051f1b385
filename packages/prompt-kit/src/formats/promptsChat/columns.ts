import { FormatFault } from '../types.ts'

/** The columns of prompts.chat, in their order, with what stands in them where nothing is said. */
export const standardColumns = { act: '', prompt: '', for_devs: 'FALSE', type: 'TEXT', contributor: '' }
export type StandardColumn = keyof typeof standardColumns

/** The names of the columns of a file, in its order. */
export function readHeader(cells: readonly string[] | null, line: number): string[] {
  const names = (cells ?? []).map((cell) => cell.trim())
  for (const needed of ['act', 'prompt'])
    if (!names.includes(needed))
      throw new FormatFault(line, `The first row should name the columns; "${needed}" is missing there.`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new FormatFault(line, `The first row names the column "${twice}" twice.`)
  return names
}

/** What of a row has no other place: columns that are not of the format, and what differs from the standard. */
export function furtherCells(names: readonly string[], cells: readonly string[]): Record<string, string> {
  const further = names.flatMap((name, index) => {
    const cell = cells[index] ?? ''
    if (name === 'act' || name === 'prompt' || name === 'contributor' || name === '__proto__') return []
    const isStandard = (name === 'for_devs' || name === 'type') && cell === standardColumns[name]
    return isStandard ? [] : [[name, cell] as const]
  })
  return Object.fromEntries(further)
}

/** The columns beside the standard ones that the first template of a file has. */
export function furtherColumns(kept: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(kept).filter((name) => !Object.hasOwn(standardColumns, name) && typeof kept[name] === 'string')
}
