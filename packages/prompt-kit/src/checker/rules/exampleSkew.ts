import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { examplesIn } from './examples.ts'

const fewest = 3
/** Longer answers are no labels; that two begin alike says nothing. */
const longestLabel = 40

export const exampleSkew: Rule = {
  name: 'example-skew',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Examples that all end the same teach that answer, not how to find it.',
  source: sources.gemini,
  find(text) {
    const examples = examplesIn(text).filter(({ output }) => output !== null && output !== '' && output.length <= longestLabel)
    const [first] = examples
    if (first === undefined || examples.length < fewest) return []
    const outputs = new Set(examples.map(({ output }) => output?.toLowerCase()))
    return outputs.size > 1
      ? []
      : [{ range: first.range, message: `All ${examples.length} examples have the output "${first.output ?? ''}".` }]
  },
}
