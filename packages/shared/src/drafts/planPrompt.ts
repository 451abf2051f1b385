import { lockedSections, markSections, mergeSections } from '@prologue/prompt-kit'
import type { Plan, Standing } from './plan.ts'

/** What a whole prompt makes of a draft: sections that are locked keep what they say, but for those named in `despite`. */
export function planPrompt(standing: Standing, { composed, despite }: { composed: string; despite: readonly string[] }) {
  const { before, known } = standing
  const own = lockedSections(before, known)
  const locked = new Set([...own, ...standing.moved])
  const { text: to, held } = mergeSections(before, composed, { locked, despite })
  const composedMarks = markSections(composed)
  const written = [...markSections(to)].filter(
    ([name, mark]) => composedMarks.get(name) === mark && (!locked.has(name) || despite.includes(name)),
  )
  return { to, held, written: new Map(written), editIds: [] } satisfies Plan & { held: string[] }
}
