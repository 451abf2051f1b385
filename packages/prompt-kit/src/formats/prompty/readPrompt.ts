import { z } from 'zod'
import { readFrontMatter } from '../frontMatter.ts'
import { chatText } from '../json/chatText.ts'
import { droppedNote, dropSecrets } from '../json/dropSecrets.ts'
import { isRecord } from '../json/isRecord.ts'
import { settingFields } from '../json/settings.ts'
import { mustacheSyntax } from '../json/syntax.ts'
import { titleFrom } from '../json/titleFrom.ts'
import type { ReadItem } from '../types.ts'
import { readJinja } from '../yamlFiles/jinjaText.ts'
import { extrasOf } from '../yamlFiles/kept.ts'
import { onlyVersion, refusedBy, titleNote } from '../yamlFiles/oneItem.ts'
import { worthKeeping } from '../yamlFiles/plainChat.ts'
import { readInputs } from './inputs.ts'
import { readMessages } from './messages.ts'
import { readModel } from './model.ts'

const parametersSchema = z
  .looseObject({
    temperature: settingFields.temperature,
    max_tokens: settingFields.maxTokens,
    maxOutputTokens: settingFields.maxTokens,
  })
  .nullish()
const modelSchema = z.looseObject({ id: settingFields.model, parameters: parametersSchema, options: parametersSchema })

const frontSchema = z.looseObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  authors: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
  model: z.preprocess((model) => (typeof model === 'string' ? { id: model } : model), modelSchema.nullish()).optional(),
  inputs: z.preprocess(listedByName, z.record(z.string(), z.unknown()).nullish()).optional(),
  sample: z.unknown().optional(),
  template: z.unknown().optional(),
})

/** Inputs in a list have their names within. */
function listedByName(inputs: unknown): unknown {
  if (!Array.isArray(inputs)) return inputs
  const named = inputs.map((input): [unknown, unknown] => [isRecord(input) ? input['name'] : null, input])
  return named.every(([name]) => typeof name === 'string') ? Object.fromEntries(named) : inputs
}

/** @throws FormatFault */
export function readPrompt(text: string): ReadItem {
  const { data, body, bodyLine, lineOf } = readFrontMatter(text)
  const { value, dropped } = dropSecrets(data)
  const judged = frontSchema.safeParse(value)
  const name = isRecord(data) && typeof data['name'] === 'string' && data['name'] !== '' ? data['name'] : null
  if (!judged.success) return refusedBy(judged.error, name, lineOf)
  const chat = chatText(readMessages(body))
  if (!chat.ok) return { ok: false, place: { line: bodyLine, name }, reason: chat.reason }
  const { name: _, description, authors, tags, model, inputs, sample, ...fields } = judged.data
  const { content, syntax } = isMustache(fields.template)
    ? { content: chat.content, syntax: mustacheSyntax(chat.content) }
    : readJinja(chat.content)
  const read = readInputs(inputs, sample)
  const { settings, kept, dropped: connections } = readModel(model)
  const elsewhere = isRecord(sample) ? read.kept.sample : sample
  const extras = extrasOf('prompty', {
    fields,
    model: kept,
    inputs: read.kept.inputs,
    sample: elsewhere,
    chat: worthKeeping(chat.kept),
  })
  const template = onlyVersion(
    { title: name ?? titleFrom(content), description: description ?? '', tags: tags ?? [], extras },
    { content, variables: read.variables, settings, author: authors?.join(', ') ?? null },
  )
  const notes = [
    ...(name === null ? [titleNote] : []),
    ...chat.notes,
    ...read.notes,
    ...droppedNote([...dropped, ...connections]),
  ]
  return { ok: true, place: { line: 1, name }, template, syntax, notes }
}

/** Whether a template is in Mustache; Jinja is what is understood where nothing is said. */
export function isMustache(template: unknown): boolean {
  const format = isRecord(template) ? (template['format'] ?? template['type']) : template
  return format === 'mustache' || format === 'handlebars'
}
