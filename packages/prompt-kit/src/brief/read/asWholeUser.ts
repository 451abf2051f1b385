import type { Brief } from '../schema.ts'
import { speaksAsUser, toThirdPerson } from './person.ts'
import type { Reading } from './reading.ts'

/**
 * Where the brief's "I" is whoever will talk to the assistant, it becomes "the user" everywhere, or nowhere: half of it would have two
 * names for one person. Material keeps its wording.
 */
export function asWholeUser({ text, brief }: Reading): Brief {
  if (!speaksAsUser(text)) return brief
  let sure = true
  const change = (value: string): string => {
    const result = toThirdPerson(value)
    sure &&= result !== null
    return result ?? value
  }
  const changeSlot = <T extends { value: string }>(slot: T): T => ({ ...slot, value: change(slot.value) })
  const changed: Brief = {
    ...brief,
    role: brief.role && changeSlot(brief.role),
    task: brief.task && { ...brief.task, value: { ...brief.task.value, object: change(brief.task.value.object) } },
    audience: brief.audience && changeSlot(brief.audience),
    context: brief.context.map((slot) =>
      slot.value.kind === 'material' ? slot : { ...slot, value: { ...slot.value, text: change(slot.value.text) } },
    ),
    inputs: brief.inputs.map(changeSlot),
    steps: brief.steps.map(changeSlot),
    do: brief.do.map(changeSlot),
    dont: brief.dont.map((slot) => ({ ...slot, value: { rule: change(slot.value.rule), instead: change(slot.value.instead) } })),
    output: brief.output && { ...brief.output, value: { ...brief.output.value, note: change(brief.output.value.note) } },
    tools: brief.tools.map((slot) => ({ ...slot, value: { ...slot.value, when: change(slot.value.when) } })),
    fallback: brief.fallback && changeSlot(brief.fallback),
    escalation: brief.escalation && changeSlot(brief.escalation),
    safety: brief.safety.map(changeSlot),
    criteria: brief.criteria.map(changeSlot),
  }
  return sure ? changed : brief
}
