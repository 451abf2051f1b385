import { personLabel, type Prompt, type SystemLine } from '@prologue/contracts'
import type { PromptLog } from './promptLog.ts'

/** Those that happened before an exchange and after the one above it, by its id; under null those after the last. */
export type PlacedLines = ReadonlyMap<string | null, readonly SystemLine[]>

type Read = Pick<PromptLog, 'older' | 'newer'> & { items: readonly Pick<Prompt, 'id' | 'createdAt'>[] }

/** Lines where they happened among the exchanges that were read. What happened beyond a piece that was read waits for its exchanges. */
export function placeLines({ items, older, newer }: Read, lines: readonly SystemLine[]): PlacedLines {
  const placed = new Map<string | null, SystemLine[]>()
  const [first] = items
  for (const line of lines) {
    const next = items.find(({ createdAt }) => createdAt >= line.at)
    const isBefore = older !== null && next === first
    const isAfter = newer !== null && !next
    if (isBefore || isAfter) continue
    const place = next?.id ?? null
    placed.set(place, [...(placed.get(place) ?? []), line])
  }
  return placed
}

/** What happened, as a sentence. */
export function lineSentence({ kind, by, name }: Pick<SystemLine, 'kind' | 'by' | 'name'>, meId: string): string {
  const who = by === null ? 'Somebody' : by.id === meId ? 'You' : personLabel(by)
  if (kind === 'joined') return `${who} joined`
  if (kind === 'saved') return `${who} saved the checkpoint “${name}”`
  return name === '' ? `${who} restored an earlier state of the draft` : `${who} restored “${name}”`
}
