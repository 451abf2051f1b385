import { dotpromptLosses, writePrompt } from './dotprompt/writePrompt.ts'
import { readPrompt } from './dotprompt/readPrompt.ts'
import { wholeText } from './readers.ts'
import type { Format } from './types.ts'
import { frontKeys } from './yamlFiles/topKeys.ts'
import { writeFirst } from './yamlFiles/writeFirst.ts'

/** A prompt of dotprompt: front matter with the declarations of its input, and a body in Handlebars with marks of roles. */
export const dotprompt: Format = {
  id: 'dotprompt',
  name: 'dotprompt',
  extension: '.prompt',
  mediaType: 'text/plain',
  holdsMany: false,
  recognises,
  async *read(text) {
    yield readPrompt(await wholeText(text))
  },
  write: { losses: dotpromptLosses, write: (templates) => writeFirst(templates, writePrompt) },
}

function recognises(fileName: string, beginning: string): number {
  const front = frontKeys(beginning)
  const isNamed = /\.prompt$/i.test(fileName)
  const isMarked = /\{\{~?\s*role\s+["']/.test(front?.body ?? beginning)
  const count = ['model', 'input', 'output', 'config', 'variant'].filter((key) => front?.keys.has(key)).length
  if (isNamed) return isMarked || count > 0 ? 0.98 : 0.7
  return isMarked ? (count > 0 ? 0.9 : 0.5) : 0
}
