import { demands, forbids, youWill } from '../../brief/read/cues.ts'
import { orderVerb } from '../../brief/read/task.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const many = 60
const tooMany = 150

export const instructionBudget: Rule = {
  name: 'instruction-budget',
  severity: 'info',
  certainty: 'heuristic',
  why: 'The more rules there are, the more of them are forgotten in an answer.',
  source: sources.house,
  find({ sentences }) {
    const rules = sentences.filter(
      ({ text }) => forbids.test(text) || demands.test(text) || youWill.test(text) || orderVerb(text) !== null,
    )
    const first = rules[many]
    if (first === undefined) return []
    const message = `There are about ${rules.length} rules; from here on there are more than ${many}.`
    return [{ range: first.span, message, severity: rules.length > tooMany ? 'warning' : undefined }]
  },
}
