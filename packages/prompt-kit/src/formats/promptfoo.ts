import { droppedNote, dropSecrets } from './json/dropSecrets.ts'
import { isRecord } from './json/isRecord.ts'
import { dropCode } from './promptfoo/dropCode.ts'
import { entryName, readEntry } from './promptfoo/readEntry.ts'
import { promptfooLosses, writeConfig } from './promptfoo/writeConfig.ts'
import { wholeText } from './readers.ts'
import { FormatFault, type Format, type ReadItem } from './types.ts'
import { readYaml } from './yaml.ts'
import { extrasOf } from './yamlFiles/kept.ts'
import { onlyVersion } from './yamlFiles/oneItem.ts'
import { topKeys } from './yamlFiles/topKeys.ts'

/** Characters that what stands around the prompts may have: it is kept with each of them. */
const mostAround = 100_000

/** A configuration of promptfoo: each of its prompts is an item, and its providers and tests are kept beside them. */
export const promptfoo: Format = {
  id: 'promptfoo',
  name: 'promptfoo',
  extension: '.yaml',
  mediaType: 'application/yaml',
  holdsMany: true,
  recognises,
  read,
  write: { losses: promptfooLosses, write: writeConfig },
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const { value, lineOf } = readYaml(await wholeText(text))
  if (!isRecord(value)) throw new FormatFault(lineOf([]), 'The file should hold fields, with a list of "prompts" among them.')
  const { prompts, ...around } = value
  if (prompts === undefined) throw new FormatFault(lineOf([]), 'The field "prompts" is missing.')
  const entries: unknown[] | null = Array.isArray(prompts) ? prompts : typeof prompts === 'string' ? [prompts] : null
  if (entries === null) throw new FormatFault(lineOf(['prompts']), 'The field "prompts" should be a list.')
  const isAlone = entries.length === 1
  const { description, fields, notes } = readAround(around, isAlone)
  for (const [index, entry] of entries.entries()) {
    const { value: safe, dropped } = dropSecrets(entry)
    const place = { line: lineOf(Array.isArray(prompts) ? ['prompts', index] : ['prompts']), name: entryName(entry) }
    const prompt = readEntry(safe)
    if (typeof prompt === 'string') {
      yield { ok: false, place, reason: prompt }
      continue
    }
    const { title, content, syntax, chat, fields: own } = prompt
    const extras = extrasOf('promptfoo', { fields, prompt: own, chat })
    const version = { content, variables: [], settings: {}, author: null }
    const template = onlyVersion({ title, description, tags: [], extras }, version)
    yield { ok: true, place, template, syntax, notes: [...prompt.notes, ...notes, ...droppedNote(dropped)] }
  }
}

/** What stands around the prompts; the description is that of the only prompt. */
function readAround(around: Record<string, unknown>, isAlone: boolean) {
  const { env, description, ...others } = around
  const isTaken = isAlone && typeof description === 'string'
  const { value: safe, dropped } = dropSecrets(isTaken || description === undefined ? others : { description, ...others })
  const { value, isFound } = dropCode(safe)
  const notes = droppedNote(env === undefined ? dropped : [...dropped, 'env'])
  if (isFound) notes.push('Tests, providers and settings of the file that are code are left out.')
  const isLarge = JSON.stringify(value).length > mostAround
  if (isLarge) notes.push('What stands around the prompts, such as tests, is too much to be kept and is left out.')
  return { description: isTaken ? description : '', fields: isLarge || !isRecord(value) ? {} : value, notes }
}

function recognises(fileName: string, beginning: string): number {
  const keys = topKeys(beginning)
  const isNamed = /promptfooconfig[^/]*\.ya?ml$/i.test(fileName)
  const hasMore = ['providers', 'targets', 'tests', 'defaultTest', 'scenarios'].some((key) => keys.has(key))
  if (!keys.has('prompts')) return isNamed ? 0.3 : 0
  return isNamed ? 0.98 : hasMore ? 0.9 : 0.4
}
