import { z } from 'zod'
import { chatText, textOf, type KeptChat, type Message } from '../json/chatText.ts'
import { droppedNote, dropSecrets } from '../json/dropSecrets.ts'
import { isRecord } from '../json/isRecord.ts'
import type { JsonItem } from '../json/jsonItems.ts'
import { settingFields, settingsOf } from '../json/settings.ts'
import { reasonOf } from '../readers.ts'
import type { PortableVersion } from '../types.ts'
import type { KeptVersion } from './kept.ts'

/** The characters of the longest name and label, and how a label is written. */
export const longestName = 255
export const longestLabel = 36
export const labelPattern = /^[a-z0-9_.-]+$/

const nameSchema = z
  .string()
  .min(1, 'Give it a name.')
  .max(longestName, `Use at most ${longestName} characters.`)
  .refine((name) => !name.includes('|'), 'A name has no "|".')
const labelSchema = z
  .string()
  .max(longestLabel, `Use at most ${longestLabel} characters.`)
  .regex(labelPattern, 'Use small letters, digits and _ . - for a label.')
const momentSchema = z
  .string()
  .refine((moment) => Number.isFinite(Date.parse(moment)), 'Use a moment such as 2026-11-22T10:00:00Z.')

const promptSchema = z.looseObject({
  name: nameSchema,
  version: z.int().min(1, 'Use 1 or more.').max(2_000_000_000, 'The number is too large.').nullish(),
  type: z.enum(['text', 'chat']).nullish(),
  prompt: z.unknown().optional(),
  config: z.unknown().optional(),
  tags: z.array(z.string()).nullish(),
  labels: z.array(labelSchema).nullish(),
  commitMessage: z.string().nullish(),
  createdAt: momentSchema.nullish(),
  createdBy: z.string().nullish(),
})
const messagesSchema = z.array(z.looseObject({ role: z.string().nullish(), content: z.unknown().optional() }))

/** One version as it stands in the file, not yet put together with the others of its name; `number` is null where the file has none. */
export type ReadPrompt = {
  name: string
  line: number
  number: number | null
  tags: string[]
  labels: string[]
  version: Omit<PortableVersion, 'number'>
  kept: KeptVersion
  notes: string[]
}
export type Refused = { name: string | null; line: number; reason: string }

export function readPrompt({ value, line }: JsonItem): { ok: true; prompt: ReadPrompt } | ({ ok: false } & Refused) {
  const { value: safe, dropped } = dropSecrets(value)
  const refuse = (reason: string) => ({ ok: false, name: nameOf(value), line, reason }) as const
  const judged = promptSchema.safeParse(safe)
  if (!judged.success) return refuse(reasonOf(judged.error))
  const {
    name,
    version: number,
    type,
    prompt,
    config,
    tags,
    labels,
    commitMessage,
    createdAt,
    createdBy,
    ...fields
  } = judged.data
  const text = promptText(prompt, type ?? null)
  if (typeof text === 'string') return refuse(text)
  const { settings, rest } = readConfig(config)
  const read: ReadPrompt = {
    name,
    line,
    number: number ?? null,
    tags: tags ?? [],
    labels: labels ?? [],
    version: {
      content: text.content,
      variables: [],
      settings,
      message: commitMessage ?? '',
      author: createdBy ?? null,
      createdAt: createdAt === null || createdAt === undefined ? null : new Date(createdAt).toISOString(),
    },
    kept: {
      ...(Object.keys(fields).length > 0 && { fields }),
      ...(rest !== null && { config: rest }),
      ...(text.chat !== null && { chat: text.chat }),
    },
    notes: [...text.notes, ...referenceNote(text.content), ...droppedNote(dropped)],
  }
  return { ok: true, prompt: read }
}

/** The name of an item that cannot be read in full, null where not even its name can. */
function nameOf(value: unknown): string | null {
  return isRecord(value) ? (nameSchema.safeParse(value['name']).data ?? null) : null
}

/** The text of a prompt, or why there is none. */
function promptText(
  prompt: unknown,
  type: 'text' | 'chat' | null,
): string | { content: string; chat: KeptChat | null; notes: string[] } {
  if (prompt === undefined) return 'The field "prompt" is missing.'
  if (type !== 'chat' && typeof prompt === 'string')
    return prompt === '' ? 'There is no text in it.' : { content: prompt, chat: null, notes: [] }
  if (type === 'text') return 'The field "prompt" should be a text, as its type says.'
  const messages = messagesSchema.safeParse(prompt)
  if (!messages.success) return `The field "prompt" should be ${type === null ? 'a text or ' : ''}a list of messages.`
  const read = chatText(
    messages.data.map((message): Message => ({ role: message.role ?? null, text: textOf(message.content), raw: message })),
  )
  return read.ok ? { content: read.content, chat: read.kept, notes: read.notes } : read.reason
}

/** Any JSON can stand in a configuration, so what fits no setting stays in it. */
function readConfig(config: unknown): { settings: PortableVersion['settings']; rest: unknown } {
  if (!isRecord(config)) return { settings: {}, rest: config ?? null }
  const settings = settingsOf({
    model: settingFields.model.safeParse(config['model']).data,
    temperature: settingFields.temperature.safeParse(config['temperature']).data,
    maxTokens: settingFields.maxTokens.safeParse(config['max_tokens']).data,
  })
  const taken = new Set(Object.keys(writtenSettings(settings)))
  const rest = Object.entries(config).filter(([key]) => !taken.has(key))
  return { settings, rest: rest.length > 0 ? Object.fromEntries(rest) : null }
}

/** Settings as a configuration has them. */
export function writtenSettings({ model, temperature, maxTokens }: PortableVersion['settings']): Record<string, unknown> {
  return settingsByName({ model, temperature, max_tokens: maxTokens })
}

function settingsByName(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

function referenceNote(content: string): string[] {
  return content.includes('@@@langfusePrompt:')
    ? ['It takes in other prompts of Langfuse (@@@langfusePrompt:…@@@): that stays in the text as it is.']
    : []
}
