import type { Brief } from '../brief/schema.ts'
import type { ArchetypeDefaults } from './archetypeDefaults.ts'
import { row } from './row.ts'
import { sentence } from './grammar.ts'
import type { Row } from './types.ts'

/** Longer objectives read better as an order than after "Your task is to". */
const longObjective = 160

/** One sentence that says what the assistant is there for. */
export function objectiveOf(brief: Brief, defaults: ArchetypeDefaults): Row[] {
  const task = brief.task
  if (task === null || (task.value.verb === '' && task.value.object === '')) {
    return [row('prose', defaults.objective, 'task', { source: 'default' })]
  }
  const { verb, object } = task.value
  const words = `${verb} ${object}`.trim()
  if (verb === '' || /^\p{Lu}/u.test(verb) || words.length > longObjective || words.includes('\n'))
    return [row('prose', words.includes('\n') ? words : sentence(words), 'task', task)]
  const text =
    /ing$/i.test(verb) && !/^(?:bring|sing|string)$/i.test(verb) ? `You are tasked with ${words}` : `Your task is to ${words}`
  return [row('prose', sentence(text), 'task', task)]
}
