import type { Brief, Slot } from '../brief/schema.ts'

const said = <T>(value: T): Slot<T> => ({ value, source: 'user', confidence: 1 })
const one = <T>(slot: Slot<T> | null): Slot<T> | null => (slot === null ? null : said(slot.value))
const all = <T>(slots: readonly Slot<T>[]): Slot<T>[] => slots.map(({ value }) => said(value))

/** What was read of an answer as what the person said of that slot. */
export function asSaid(brief: Brief): Brief {
  return {
    name: one(brief.name),
    role: one(brief.role),
    domain: one(brief.domain),
    task: one(brief.task),
    audience: one(brief.audience),
    context: all(brief.context),
    inputs: all(brief.inputs),
    steps: all(brief.steps),
    do: all(brief.do),
    dont: all(brief.dont),
    tone: all(brief.tone),
    language: one(brief.language),
    length: one(brief.length),
    output: one(brief.output),
    examples: all(brief.examples),
    tools: all(brief.tools),
    fallback: one(brief.fallback),
    escalation: one(brief.escalation),
    safety: all(brief.safety),
    criteria: all(brief.criteria),
    family: one(brief.family),
  }
}
