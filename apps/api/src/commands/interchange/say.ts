import { once } from 'node:events'
import type { Prepared } from '@prologue/prompt-kit/formats'
import { visible } from './visible.ts'

/** Prints lines, no faster than they are taken. What files say in them steers no terminal. */
export async function say(...lines: string[]): Promise<void> {
  if (!process.stdout.write(lines.map((line) => `${visible(line)}\n`).join(''))) await once(process.stdout, 'drain')
}

/** What became of an item, in a line, and below it what there is to know. */
export function resultLines({ place: { line, name } }: Prepared, became: string, notes: readonly string[]): string[] {
  const title = name === null ? '' : ` ${JSON.stringify(name)}`
  return [`line ${line}${title}: ${became}`, ...notes.map((note) => `    ${note}`)]
}

/** What converting would do to an item, as notes. */
export function conversionNotes(item: Prepared & { ok: true }): string[] {
  if (item.syntax === null || item.syntax === 'liquid') return []
  if (item.conversion === null) return [`It has variables in the syntax ${item.syntax}; --convert makes them variables here.`]
  const found = item.conversion.variables.map(({ name, type }) => `${name} (${type})`)
  return found.length === 0 ? [] : [`Variables: ${found.join(', ')}.`]
}
