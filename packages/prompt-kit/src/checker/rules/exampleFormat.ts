import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { examplesIn } from './examples.ts'

export const exampleFormat: Rule = {
  name: 'example-format',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Models copy the form of examples before they follow words; two forms teach two.',
  source: sources.gemini,
  find(text) {
    const examples = examplesIn(text)
    const half = examples.find(({ input, output }) => input === null || output === null || output === '')
    const whole = examples.filter(({ input, output }) => input !== null && output !== null)
    if (half !== undefined && whole.length > 1) {
      const missing = half.input === null ? 'input' : 'output'
      return [{ range: half.range, message: `This example has no ${missing}, and others have both.` }]
    }
    const [first] = examples
    if (first?.output == null) return []
    const form = formOf(first.output)
    const odd = examples.find(({ output }) => output !== null && formOf(output) !== form)
    return odd === undefined
      ? []
      : [{ range: odd.range, message: `This output is ${formOf(odd.output ?? '')}, the first one ${form}.` }]
  },
}

/** What kind of text an output is, where that cannot be missed. */
function formOf(output: string): string {
  const bare = output.replace(/^`{3,}\w*\n|\n?`{3,}$/g, '').trim()
  if (/^[{[]/.test(bare) && /[}\]]$/.test(bare)) return 'JSON'
  if (/^<\w/.test(bare)) return 'XML'
  if (/^\|.*\|/.test(bare)) return 'a table'
  return 'plain text'
}
