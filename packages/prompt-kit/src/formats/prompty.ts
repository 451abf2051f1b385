import { hasMark } from './prompty/messages.ts'
import { readPrompt } from './prompty/readPrompt.ts'
import { promptyLosses, writePrompt } from './prompty/writePrompt.ts'
import { wholeText } from './readers.ts'
import type { Format } from './types.ts'
import { frontKeys } from './yamlFiles/topKeys.ts'
import { writeFirst } from './yamlFiles/writeFirst.ts'

/** A prompt of Prompty: front matter with its inputs, and messages that begin with lines of their roles. */
export const prompty: Format = {
  id: 'prompty',
  name: 'Prompty',
  extension: '.prompty',
  mediaType: 'text/plain',
  holdsMany: false,
  recognises,
  async *read(text) {
    yield readPrompt(await wholeText(text))
  },
  write: { losses: promptyLosses, write: (templates) => writeFirst(templates, writePrompt) },
}

function recognises(fileName: string, beginning: string): number {
  if (/\.prompty$/i.test(fileName)) return 0.98
  const front = frontKeys(beginning)
  if (front === null || !hasMark(front.body)) return 0
  const count = ['model', 'inputs', 'sample', 'authors', 'template'].filter((key) => front.keys.has(key)).length
  return count > 1 ? 0.9 : count > 0 ? 0.7 : 0.3
}
