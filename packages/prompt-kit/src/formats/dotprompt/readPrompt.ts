import { z } from 'zod'
import { readFrontMatter } from '../frontMatter.ts'
import { chatText } from '../json/chatText.ts'
import { droppedNote, dropSecrets } from '../json/dropSecrets.ts'
import { isRecord } from '../json/isRecord.ts'
import { settingFields } from '../json/settings.ts'
import { titleFrom } from '../json/titleFrom.ts'
import { lineAt } from '../readers.ts'
import type { ReadItem } from '../types.ts'
import { declareAll } from '../yamlFiles/declare.ts'
import { extrasOf } from '../yamlFiles/kept.ts'
import { onlyVersion, refusedBy, titleNote } from '../yamlFiles/oneItem.ts'
import { worthKeeping } from '../yamlFiles/plainChat.ts'
import { settingsIn, type Names } from '../yamlFiles/settingsIn.ts'
import { readInputSchema } from './inputSchema.ts'
import { readMessages } from './messages.ts'
import { plainText } from './pieces.ts'

export const configNames: Names = {
  temperature: ['temperature'],
  maxTokens: ['maxOutputTokens', 'max_output_tokens', 'maxTokens'],
}

const frontSchema = z.looseObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  model: settingFields.model,
  config: z.looseObject({ temperature: settingFields.temperature, maxOutputTokens: settingFields.maxTokens }).nullish(),
  input: z.looseObject({ schema: z.unknown().optional(), default: z.record(z.string(), z.unknown()).nullish() }).nullish(),
})

/** @throws FormatFault */
export function readPrompt(text: string): ReadItem {
  const { data, body, bodyLine, lineOf } = readFrontMatter(text)
  const { value, dropped } = dropSecrets(data)
  const judged = frontSchema.safeParse(value)
  const nameGiven = isRecord(data) && typeof data['name'] === 'string' && data['name'] !== '' ? data['name'] : null
  if (!judged.success) return refusedBy(judged.error, nameGiven, lineOf)
  const refuse = (line: number, reason: string): ReadItem => ({ ok: false, place: { line, name: nameGiven }, reason })
  const messages = readMessages(body)
  if (!Array.isArray(messages)) return refuse(bodyLine + lineAt(body, messages.at) - 1, messages.reason)
  const chat = chatText(messages)
  if (!chat.ok) return refuse(bodyLine, chat.reason)
  const { name: _, description, model, config, input, ...fields } = judged.data
  const plain = plainText(chat.content)
  const content = plain ?? chat.content
  const { settings, rest } = settingsIn(model, config, configNames)
  const { variables, kept, notes } = readInput(input ?? {})
  const extras = extrasOf('dotprompt', { fields, config: rest, ...kept, chat: worthKeeping(chat.kept) })
  const template = onlyVersion(
    { title: nameGiven ?? titleFrom(content), description: description ?? '', tags: [], extras },
    { content, variables, settings, author: null },
  )
  return {
    ok: true,
    place: { line: 1, name: nameGiven },
    template,
    syntax: plain === null ? 'handlebars' : null,
    notes: [...(nameGiven === null ? [titleNote] : []), ...chat.notes, ...notes, ...droppedNote(dropped)],
  }
}

function readInput({
  schema,
  default: standards,
  ...input
}: {
  [key: string]: unknown
  default?: Record<string, unknown> | null | undefined
}) {
  const { wanted, rest } = readInputSchema(schema)
  const names = new Set(wanted.map(({ name }) => name))
  const given = new Map(Object.entries(standards ?? {}))
  const withDefaults = wanted.map((each) => Object.assign({}, each, { default: given.get(each.name) ?? each.default }))
  const { variables, notes } = declareAll(withDefaults)
  const others = [...given].filter(([name]) => !names.has(name))
  const unfit = Object.keys(rest).map((key) => `"${key.slice(0, 100)}"`)
  if (unfit.length > 0)
    notes.push(`What is declared of the input as ${unfit.join(', ')} is no variable here and is kept beside the text.`)
  return { variables, notes, kept: { input, schema: isRecord(schema) ? rest : schema, defaults: Object.fromEntries(others) } }
}
