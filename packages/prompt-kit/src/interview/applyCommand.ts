import type { Brief, Length, SlotName } from '../brief/schema.ts'
import { isSectionName } from '../sections/sectionNameOf.ts'
import type { SectionName } from '../composer/types.ts'
import { answerQuestion } from './answerQuestion.ts'
import type { Command } from './readCommand.ts'

/**
 * The brief after a command. `undo` and `skip` are not about the brief and leave it as it is; so does the removal of a section that the
 * composer has no name for.
 */
export function applyCommand(brief: Brief, command: Command): Brief {
  switch (command.kind) {
    case 'shorter':
      return { ...brief, length: { value: scaled(brief.length?.value ?? null, 0.6), source: 'user', confidence: 1 } }
    case 'longer':
      return { ...brief, length: { value: scaled(brief.length?.value ?? null, 1.5), source: 'user', confidence: 1 } }
    case 'rule':
      return answerQuestion(brief, 'do', command.rule)
    case 'family':
      return { ...brief, family: { value: command.family, source: 'user', confidence: 1 } }
    case 'remove':
      return isSectionName(command.section) ? without(brief, command.section) : brief
    default:
      return brief
  }
}

/** What an answer may have where nobody has said: about a paragraph, and about a page. */
const shortWords = 100
const longWords = 400

function scaled(length: Length | null, factor: number): Length {
  if (length === null)
    return factor < 1 ? { unit: 'words', min: null, max: shortWords } : { unit: 'words', min: null, max: longWords }
  const [min, max] = [times(length.min, factor), times(length.max, factor)]
  // Of a bare minimum nothing says how short is short.
  return max === null && factor < 1 ? { unit: length.unit, min: null, max: length.min } : { unit: length.unit, min, max }
}

/** Rounded to tens from 20 on, at least 1, and another number than before where there is one. */
function times(count: number | null, factor: number): number | null {
  if (count === null) return null
  const exact = count * factor
  const rounded = exact < 20 ? (factor < 1 ? Math.floor(exact) : Math.ceil(exact)) : Math.round(exact / 10) * 10
  return Math.max(1, rounded)
}

const slotsOf: Record<SectionName, readonly SlotName[]> = {
  role: ['role', 'name', 'domain'],
  objective: ['task'],
  audience: ['audience'],
  context: [],
  inputs: ['inputs'],
  tools: ['tools'],
  instructions: ['steps'],
  details: [],
  constraints: ['do', 'dont'],
  tone: ['tone'],
  language: ['language'],
  length: ['length'],
  output_format: ['output'],
  examples: ['examples'],
  safety: ['safety'],
  fallback: ['fallback', 'escalation'],
  success_criteria: ['criteria'],
}

/** The brief without what a section says; the kind of work stays known. */
function without(brief: Brief, section: SectionName): Brief {
  const kinds =
    section === 'context' ? ['background', 'unsorted'] : section === 'details' ? ['material'] : section === 'role' ? ['role'] : []
  const next: Brief = { ...brief, context: brief.context.filter(({ value }) => !kinds.includes(value.kind)) }
  const task = brief.task
  for (const slot of slotsOf[section]) Object.assign(next, { [slot]: Array.isArray(brief[slot]) ? [] : null })
  if (section === 'objective' && task !== null) next.task = { ...task, value: { ...task.value, verb: '', object: '' } }
  return next
}
