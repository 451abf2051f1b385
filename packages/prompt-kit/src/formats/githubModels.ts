import { z } from 'zod'
import { fromLiquid } from './convert/fromLiquid.ts'
import { liquidLosses } from './convert/liquidLosses.ts'
import { chatText, textOf } from './json/chatText.ts'
import { droppedNote, dropSecrets } from './json/dropSecrets.ts'
import { isRecord } from './json/isRecord.ts'
import { partLosses } from './json/losses.ts'
import { settingFields } from './json/settings.ts'
import { mustacheSyntax } from './json/syntax.ts'
import { titleFrom } from './json/titleFrom.ts'
import { wholeText } from './readers.ts'
import type { Format, PortableTemplate, ReadItem } from './types.ts'
import { readYaml, writeYaml } from './yaml.ts'
import { allFields, extrasOf } from './yamlFiles/kept.ts'
import { onlyVersion, refusedBy, titleNote } from './yamlFiles/oneItem.ts'
import { messagesWith, worthKeeping } from './yamlFiles/plainChat.ts'
import { settingsIn, withSettings, type Names } from './yamlFiles/settingsIn.ts'
import { topKeys } from './yamlFiles/topKeys.ts'
import { writeFirst } from './yamlFiles/writeFirst.ts'

const id = 'github-models'
const parameterNames: Names = { temperature: ['temperature'], maxTokens: ['maxTokens', 'max_tokens', 'maxCompletionTokens'] }

const fileSchema = z.looseObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  model: settingFields.model,
  modelParameters: z
    .looseObject({
      temperature: settingFields.temperature,
      maxTokens: settingFields.maxTokens,
      max_tokens: settingFields.maxTokens,
    })
    .nullish(),
  messages: z.array(
    z.looseObject({ role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']), content: z.unknown().optional() }),
  ),
  testData: z.array(z.record(z.string(), z.unknown())).nullish(),
  evaluators: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
})

/** A prompt of GitHub Models: one YAML map with its messages, and test data and evaluators that are kept beside them. */
export const githubModels: Format = {
  id,
  name: 'GitHub Models',
  extension: '.prompt.yml',
  mediaType: 'application/yaml',
  holdsMany: false,
  recognises,
  async *read(text) {
    yield readFile(await wholeText(text))
  },
  write: { losses, write: (templates) => writeFirst(templates, writeFile) },
}

function readFile(text: string): ReadItem {
  const { value, lineOf } = readYaml(text)
  const { value: safe, dropped } = dropSecrets(value)
  const judged = fileSchema.safeParse(safe)
  if (!judged.success) return refusedBy(judged.error, nameIn(value), lineOf)
  const { name, description, model, modelParameters, messages, ...fields } = judged.data
  const named = name === undefined || name === '' ? null : name
  const chat = chatText(messages.map((raw) => ({ role: raw.role, text: textOf(raw.content), raw })))
  if (!chat.ok) return { ok: false, place: { line: lineOf(['messages']), name: named }, reason: chat.reason }
  const { content, kept } = chat
  const { settings, rest } = settingsIn(model, modelParameters, parameterNames)
  const notes = [...(named === null ? [titleNote] : []), ...chat.notes, ...droppedNote(dropped)]
  const extras = extrasOf(id, { fields, modelParameters: rest, chat: worthKeeping(kept) })
  const template = onlyVersion(
    { title: named ?? titleFrom(content), description: description ?? '', tags: [], extras },
    { content, variables: [], settings, author: null },
  )
  return { ok: true, place: { line: lineOf([]), name: named }, template, syntax: mustacheSyntax(content), notes }
}

function nameIn(value: unknown): string | null {
  return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : null
}

function losses(template: PortableTemplate): string[] {
  const name = 'GitHub Models'
  const texts = template.versions.slice(-1).flatMap((version) => liquidLosses(version, 'names', name))
  return [...partLosses(template, { id, name, holds: ['title', 'description', 'settings'] }), ...texts]
}

function writeFile({ title, description, versions, extras }: PortableTemplate): string {
  const { content = '', variables = [], settings = {} } = versions.at(-1) ?? {}
  const kept = extras[id] ?? {}
  const known = {
    name: title,
    description: description === '' ? undefined : description,
    model: settings.model,
    modelParameters: withSettings(kept['modelParameters'], settings, parameterNames),
    messages: messagesWith(kept['chat'], fromLiquid(content, variables, 'names')),
  }
  return writeYaml(allFields(known, kept['fields']))
}

function recognises(fileName: string, beginning: string): number {
  const keys = topKeys(beginning)
  const isNamed = /\.prompt\.ya?ml$/i.test(fileName)
  if (!keys.has('messages') || /^\uFEFF?---[ \t]*\r?\n.*\n---/s.test(beginning)) return isNamed ? 0.3 : 0
  const count = ['name', 'model', 'modelParameters', 'testData', 'evaluators'].filter((key) => keys.has(key)).length
  return isNamed ? 0.98 : count > 1 ? 0.85 : count > 0 ? 0.6 : 0.3
}
