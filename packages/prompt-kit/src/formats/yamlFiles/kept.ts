import { isRecord } from '../json/isRecord.ts'
import type { FormatId, PortableTemplate } from '../types.ts'

/** What is kept of a file for its own format, without what there is nothing of. */
export function extrasOf(id: FormatId, parts: Readonly<Record<string, unknown>>): PortableTemplate['extras'] {
  const kept = Object.entries(parts).filter(
    ([, part]) => part !== undefined && part !== null && !(isRecord(part) && Object.keys(part).length === 0),
  )
  return kept.length > 0 ? { [id]: Object.fromEntries(kept) } : {}
}

/** Fields in the order of `known`, then those that were kept; these never stand in for a known one. */
export function allFields(known: Readonly<Record<string, unknown>>, kept: unknown): Record<string, unknown> {
  return { ...known, ...(isRecord(kept) && kept), ...known }
}
