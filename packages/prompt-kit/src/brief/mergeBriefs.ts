import { changesPrompt } from './read/cues.ts'
import type { Brief, Slot } from './schema.ts'

function append<T>(base: readonly Slot<T>[], later: readonly Slot<T>[]): Slot<T>[] {
  const key = (slot: Slot<T>) => JSON.stringify(slot.value).toLowerCase()
  const known = new Set(base.map(key))
  return [...base, ...later.filter((slot) => !known.has(key(slot)))]
}

/** Below this a parsed role or task is a guess from a few words, from this on it was said outright ("your task is to …"). */
const guess = 0.75
const outright = 0.95

/** A follow-up such as "mention the opening hours" is one more step, not a new task; only what is called the task, or chosen, replaces it. */
function settleTask(base: Brief, later: Brief): Brief {
  const task = later.task
  if (task === null || base.task === null || task.source !== 'parsed' || task.confidence >= outright) return later
  const { verb, object } = task.value
  const slot = { source: task.source, span: task.span, confidence: task.confidence }
  if (task.confidence < guess) {
    return {
      ...later,
      task: null,
      context: object === '' ? later.context : [{ ...slot, value: { text: object, kind: 'unsorted' } }, ...later.context],
    }
  }
  return { ...later, task: null, steps: [{ ...slot, value: `${verb} ${object}`.trim() }, ...later.steps] }
}

function settleRole(base: Brief, later: Brief): Brief {
  const role = later.role
  if (role === null || base.role === null || role.source !== 'parsed' || role.confidence >= guess) return later
  return { ...later, role: null, context: [{ ...role, value: { text: role.value, kind: 'unsorted' } }, ...later.context] }
}

const isAside = ({ value }: Slot<string>) => changesPrompt.test(value)

const asUnsorted = ({ value, ...slot }: Slot<string>): Brief['context'][number] => ({
  ...slot,
  value: { text: value, kind: 'unsorted' },
})

/** What a follow-up says of the prompt itself is nothing for the assistant to do: it is kept as it was said. */
function setAside(later: Brief): Brief {
  const task = later.task
  const words = task === null ? '' : `${task.value.verb} ${task.value.object}`.trim()
  const asTask = task !== null && changesPrompt.test(words) ? [{ ...task, value: words }] : []
  const aside = [...asTask, ...later.steps.filter(isAside), ...later.do.filter(isAside)]
  if (aside.length === 0) return later
  return {
    ...later,
    task: asTask.length > 0 ? null : task,
    steps: later.steps.filter((slot) => !isAside(slot)),
    do: later.do.filter((slot) => !isAside(slot)),
    context: [...aside.map(asUnsorted), ...later.context],
  }
}

/**
 * What a later message adds to a brief: its scalars and its tone take the place of earlier ones, its other lists are
 * appended without what is there already.
 * Spans go on pointing into the text that each slot came from.
 */
export function mergeBriefs(base: Brief, message: Brief): Brief {
  const later = settleRole(base, settleTask(base, setAside(message)))
  return {
    name: later.name ?? base.name,
    role: later.role ?? base.role,
    domain: later.domain ?? base.domain,
    task: later.task ?? base.task,
    audience: later.audience ?? base.audience,
    context: append(base.context, later.context),
    inputs: append(base.inputs, later.inputs),
    steps: append(base.steps, later.steps),
    do: append(base.do, later.do),
    dont: append(base.dont, later.dont),
    tone: later.tone.length > 0 ? later.tone : base.tone,
    language: later.language ?? base.language,
    length: later.length ?? base.length,
    output: later.output ?? base.output,
    examples: append(base.examples, later.examples),
    tools: append(base.tools, later.tools),
    fallback: later.fallback ?? base.fallback,
    escalation: later.escalation ?? base.escalation,
    safety: append(base.safety, later.safety),
    criteria: append(base.criteria, later.criteria),
    family: later.family ?? base.family,
  }
}
