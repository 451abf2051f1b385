import { compose, parseBrief } from '@prologue/prompt-kit'

const briefs = [
  'An assistant that answers questions of customers about orders, politely, in at most 120 words; never promise refunds.',
  'Extract name, date and amount from invoices that the user pastes, as JSON. Ask when a field is missing.',
  'A tutor that explains fractions to children of ten, with examples, step by step, etc.',
  'Review pull requests for security. ALWAYS name the line. NEVER guess. You MUST cite the rule.',
  'I want you to act as a travel guide. I will give you a town and you list three sights as a table.',
]

/** A prompt of so many characters as people write them: composed ones one after the other, each with its own numbers. */
export function promptOf(length: number): string {
  const parts: string[] = []
  let written = 0
  for (let turn = 0; written < length; turn++) {
    const brief = briefs[turn % briefs.length] ?? ''
    const { text } = compose(parseBrief(brief), { family: turn % 2 === 0 ? 'gpt' : 'claude' })
    const part = `${text.trim()}\n\nCase ${turn + 1}: keep to order ${1000 + turn * 7} and write to {{ customer_${turn % 40} }}.\n\n`
    parts.push(part)
    written += part.length
  }
  return parts.join('').slice(0, length)
}
