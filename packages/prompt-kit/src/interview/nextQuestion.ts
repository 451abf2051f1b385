import type { Brief } from '../brief/schema.ts'
import type { Finding } from '../checker/types.ts'
import { wordingFor } from './questions.ts'
import { interviewSlots, slotOfRule, weightOf, type InterviewSlot } from './weights.ts'

/** What the chat asks next: about a slot of the brief, with up to five answers to choose from. */
export type Question = { slot: string; text: string; options: string[] }

/** Slots that were asked about, and those of them that were skipped; as often as they were. */
export type Asked = {
  asked: readonly string[]
  skipped: readonly string[]
  findings?: readonly Pick<Finding, 'rule'>[] | undefined
}

const mostQuestions = 6
/** What is worth less is not asked. What was read from free text with some certainty lies below it. */
const threshold = 0.25
/** A finding that an answer would settle makes it worth this much more. */
const boost = 1.5

/** The question whose answer is worth most to the prompt; null after six, or where none is worth asking. */
export function nextQuestion(brief: Brief, { asked, skipped, findings = [] }: Asked): Question | null {
  if (asked.length >= mostQuestions) return null
  const found = new Set(findings.map(({ rule }) => slotOfRule.get(rule)))
  const archetype = brief.task?.value.archetype ?? null
  let best: { slot: InterviewSlot; score: number } | null = null
  for (const slot of interviewSlots) {
    const unsure = 1 - confidenceOf(brief, slot)
    // Who goes on without an answer has skipped the question, too.
    const passed = Math.max(times(slot, skipped), unsure > 0 ? times(slot, asked) : 0)
    const score = weightOf(archetype ?? 'support', slot) * unsure * (found.has(slot) ? boost : 1) - passed
    if (score >= threshold && score > (best?.score ?? 0)) best = { slot, score }
  }
  if (best === null) return null
  const { text, options } = wordingFor(archetype, best.slot)
  return { slot: best.slot, text, options: [...options] }
}

const times = (slot: string, slots: readonly string[]): number => slots.filter((each) => each === slot).length

/** How sure the brief is of a slot: 0 where nobody spoke of it. */
function confidenceOf(brief: Brief, slot: InterviewSlot): number {
  if (slot === 'task') return brief.task === null || brief.task.value.object === '' ? 0 : brief.task.confidence
  const said =
    slot === 'dont'
      ? [...brief.dont, ...brief.do]
      : slot === 'fallback'
        ? [brief.fallback, brief.escalation]
        : [brief[slot]].flat()
  return said.reduce((most, each) => Math.max(most, each?.confidence ?? 0), 0)
}
