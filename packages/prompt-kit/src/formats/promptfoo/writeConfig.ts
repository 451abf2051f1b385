import { isRecord } from '../json/isRecord.ts'
import { partLosses } from '../json/losses.ts'
import type { PortableTemplate } from '../types.ts'
import { writeYaml } from '../yaml.ts'
import { jinjaLosses, writeJinja } from '../yamlFiles/jinjaText.ts'
import { allFields } from '../yamlFiles/kept.ts'
import { messagesWith } from '../yamlFiles/plainChat.ts'
import { dropCode } from './dropCode.ts'
import { chatIn, isElsewhere } from './readEntry.ts'

export function promptfooLosses(template: PortableTemplate): string[] {
  const { description, versions, extras } = template
  const losses = partLosses(template, { id: 'promptfoo', name: 'promptfoo', holds: ['title', 'description'] })
  if (description !== '')
    losses.push('promptfoo has one description for a file: it is written where the template is alone in it.')
  if (fieldsOf(extras) !== '{}')
    losses.push('The tests and providers it came with are written where all templates of the file came with the same.')
  return [...losses, ...versions.slice(-1).flatMap((version) => jinjaLosses(version, 'promptfoo'))]
}

/** The prompts one by one; what stood around them comes last, when it is known to be that of all. */
export async function* writeConfig(templates: AsyncIterable<PortableTemplate>): AsyncGenerator<string> {
  let around: string | null = null
  let waiting: PortableTemplate | null = null
  let count = 0
  for await (const template of templates) {
    const fields = fieldsOf(template.extras)
    around = count === 0 || around === fields ? fields : '{}'
    if (waiting !== null) yield `${count === 1 ? 'prompts:\n' : ''}${writeEntry(waiting)}`
    waiting = template
    count++
  }
  if (waiting === null || around === null) {
    yield 'prompts: []\n'
    return
  }
  const description = count === 1 ? waiting.description : ''
  if (description !== '') yield writeYaml({ description })
  yield `${count === 1 ? 'prompts:\n' : ''}${writeEntry(waiting)}`
  const rest = Object.entries(JSON.parse(around)).filter(([key]) => key !== 'description' || description === '')
  if (rest.length > 0) yield writeYaml(Object.fromEntries(rest))
}

function writeEntry({ title, versions, extras }: PortableTemplate): string {
  const { content = '', variables = [] } = versions.at(-1) ?? {}
  const { chat, prompt } = extras.promptfoo ?? {}
  const text = writeJinja({ content, variables })
  // What would be taken for messages, or for the name of a file, is a text within a message.
  const isChat = chat !== undefined || isElsewhere(text) || chatIn(text) !== null
  const raw = isChat ? JSON.stringify(messagesWith(chat, text), null, 2) : text
  return writeYaml([allFields({ label: title, raw, function: undefined }, dropCode(prompt).value)])
}

/** What stood around the prompt, as JSON, to be compared. It may come from a file of ours that somebody changed. */
function fieldsOf({ promptfoo }: PortableTemplate['extras']): string {
  const { fields } = promptfoo ?? {}
  if (!isRecord(fields)) return '{}'
  const { prompts: _, ...others } = fields
  return JSON.stringify(dropCode(others).value)
}
