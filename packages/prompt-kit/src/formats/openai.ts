import { outline } from './json/outline.ts'
import { readOne } from './json/readOne.ts'
import { writeOne } from './json/writeJson.ts'
import { readRequest } from './openai/readRequest.ts'
import { requestLosses, writtenRequest } from './openai/writeRequest.ts'
import type { Format } from './types.ts'

/** Requests to OpenAI's models and those that speak like them. */
export const openai: Format = {
  id: 'openai',
  name: 'OpenAI request',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: false,
  recognises,
  read: (text) => readOne(text, 'openai', readRequest),
  write: { losses: requestLosses, write: (templates) => writeOne(templates, writtenRequest) },
}

function recognises(_fileName: string, beginning: string): number {
  const fields = outline(beginning)
  const has = (...names: string[]) => names.some((name) => fields.has(name))
  if (has('lc', 'system', 'tools[].input_schema', 'anthropic_version', 'testData', 'evaluators', 'modelParameters')) return 0
  if (fields.get('model')?.includes('claude') === true && !has('tools[].function')) return 0.3
  if (fields.get('prompt.id')?.startsWith('pmpt_') === true || fields.get('id')?.startsWith('pmpt_') === true) return 0.9
  if (has('messages[].role')) return has('model') ? 0.9 : 0.7
  if (has('instructions', 'input')) return has('model') ? 0.9 : 0.5
  return has('[].role') && has('[].content') ? 0.6 : 0
}
