import { briefSchema, compose, droppedWords, families, parseBrief } from '@prologue/prompt-kit'
import type { Brief, SlotName } from '@prologue/prompt-kit'

/** Times are milliseconds for reading a brief and composing it once. */
export type Measured = {
  count: number
  throws: { brief: string; error: string }[]
  dropped: { brief: string; words: string[] }[]
  incomplete: { brief: string; missing: string[] }[]
  filled: Map<SlotName, number>
  times: number[]
}

const slotNames: readonly SlotName[] = briefSchema.keyof().options
const needed = ['role', 'objective', 'instructions'] as const

function filledSlots(brief: Brief): SlotName[] {
  return slotNames.filter((name) => {
    const slot = brief[name]
    return Array.isArray(slot) ? slot.length > 0 : slot !== null
  })
}

/** Composes every brief for every family and notes what went wrong and which slots were filled. */
export function measureBriefs(briefs: readonly string[]): Measured {
  const measured: Measured = { count: briefs.length, throws: [], dropped: [], incomplete: [], filled: new Map(), times: [] }
  for (const text of briefs) {
    try {
      const started = performance.now()
      const brief = parseBrief(text)
      compose(brief)
      measured.times.push(performance.now() - started)
      for (const name of filledSlots(brief)) measured.filled.set(name, (measured.filled.get(name) ?? 0) + 1)
      for (const family of families) {
        const composition = compose(brief, { family })
        const words = droppedWords(text, composition.text)
        if (words.length > 0) measured.dropped.push({ brief: text, words })
        const names = composition.sections.map((section) => section.name)
        const missing = needed.filter((name) => !names.includes(name))
        if (missing.length > 0) measured.incomplete.push({ brief: text, missing })
      }
    } catch (error) {
      measured.throws.push({ brief: text, error: String(error) })
    }
  }
  return measured
}
