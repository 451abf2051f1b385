import { z } from 'zod'
import { chatMessages, chatText, keptChat, textOf } from './json/chatText.ts'
import { unfilledLosses } from './convert/liquidLosses.ts'
import { partLosses } from './json/losses.ts'
import { outline } from './json/outline.ts'
import { readOne, type ReadText } from './json/readOne.ts'
import { missingLosses, settingFields, settingsOf } from './json/settings.ts'
import { mustacheSyntax } from './json/syntax.ts'
import { writeOne } from './json/writeJson.ts'
import { reasonOf } from './readers.ts'
import type { Format, PortableTemplate } from './types.ts'

/** Requests to Anthropic's models. */
export const anthropic: Format = {
  id: 'anthropic',
  name: 'Anthropic request',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: false,
  recognises,
  read: (text) => readOne(text, 'anthropic', readRequest),
  write: { losses, write: (templates) => writeOne(templates, written) },
}

const blockSchema = z.looseObject({ type: z.literal('text'), text: z.string() })
const requestSchema = z.looseObject({
  model: settingFields.model,
  max_tokens: settingFields.maxTokens,
  temperature: settingFields.temperature,
  system: z.union([z.string(), z.array(blockSchema)]).nullish(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown().optional() })).nullish(),
})
type Request = z.infer<typeof requestSchema>

/** What a request holds beside what has a place here: of a single block what is said of it; without a system text, the messages around the text. */
const keptSchema = z.object({
  block: z.record(z.string(), z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  chat: z.unknown().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
})
type Kept = z.infer<typeof keptSchema>
type Found = { ok: true; content: string; kept: Kept; notes: string[] } | { ok: false; reason: string }

function readRequest(value: unknown): ReadText | { ok: false; reason: string } {
  const judged = requestSchema.safeParse(value)
  if (!judged.success) return { ok: false, reason: reasonOf(judged.error) }
  const { model, max_tokens: maxTokens, temperature, system, messages, ...fields } = judged.data
  const found = textIn(system, messages ?? [])
  if (!found.ok) return found
  return {
    ok: true,
    title: null,
    description: '',
    content: found.content,
    variables: [],
    settings: settingsOf({ model, maxTokens, temperature }),
    syntax: mustacheSyntax(found.content),
    kept: { ...found.kept, ...(Object.keys(fields).length > 0 && { fields }) },
    notes: found.notes,
  }
}

function textIn(system: Request['system'], messages: NonNullable<Request['messages']>): Found {
  const blocks = typeof system === 'string' ? [{ type: 'text' as const, text: system }] : (system ?? [])
  const content = blocks.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n')
  if (content === '') {
    const read = chatText(messages.map((message) => ({ role: message.role, text: textOf(message.content), raw: message })))
    return read.ok ? { ok: true, content: read.content, kept: { chat: read.kept }, notes: read.notes } : read
  }
  const notes: string[] = []
  if (blocks.length > 1)
    notes.push(
      `${blocks.length} blocks of the system text are joined, with an empty line between them; what else they say is left out.`,
    )
  if (messages.length > 0)
    notes.push(
      `${messages.length === 1 ? 'One message is' : `${messages.length} messages are`} kept beside the system text, and not part of it.`,
    )
  const [block] = blocks
  const isBlock = Array.isArray(system) && blocks.length === 1 && block !== undefined
  const said = isBlock ? Object.fromEntries(Object.entries(block).filter(([key]) => key !== 'text')) : null
  return { ok: true, content, kept: { ...(said !== null && { block: said }), ...(messages.length > 0 && { messages }) }, notes }
}

function keptOf({ extras }: PortableTemplate): Kept {
  return keptSchema.safeParse(extras.anthropic).data ?? {}
}

function written(template: PortableTemplate): Record<string, unknown> {
  const { block, messages = [], chat, fields } = keptOf(template)
  const { content = '', settings: { model, maxTokens, temperature } = {} } = template.versions.at(-1) ?? {}
  const around = keptChat(chat)
  const own = {
    ...(model !== undefined && { model }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(around === null && { system: block === undefined ? content : [{ ...block, text: content }] }),
    messages: around === null ? messages : chatMessages(around, content),
    ...(temperature !== undefined && temperature <= 1 && { temperature }),
  }
  /** Twice, so that its own fields stand first and no kept one takes their place. */
  return { ...own, ...fields, ...own }
}

function losses(template: PortableTemplate): string[] {
  const latest = template.versions.at(-1)
  const { model, maxTokens, temperature = 0 } = latest?.settings ?? {}
  const { messages = [], chat } = keptOf(template)
  const missing = [
    ...(model === undefined ? ['a model'] : []),
    ...(maxTokens === undefined ? ['max_tokens'] : []),
    ...(messages.length === 0 && keptChat(chat) === null ? ['a message'] : []),
  ]
  return [
    ...partLosses(template, { id: 'anthropic', name: 'Anthropic', holds: ['settings'] }),
    ...(temperature > 1 ? ['Anthropic takes no temperature above 1, so it is left out.'] : []),
    ...(latest === undefined ? [] : unfilledLosses(latest, 'Anthropic')),
    ...missingLosses(missing, 'Anthropic'),
  ]
}

function recognises(_fileName: string, beginning: string): number {
  const fields = outline(beginning)
  const has = (...names: string[]) => names.some((name) => fields.has(name))
  if (has('lc', 'tools[].function')) return 0
  const isRequest = has('system', 'system[].text', 'messages', 'messages[].role')
  if (isRequest && has('anthropic_version', 'tools[].input_schema')) return 0.95
  if (isRequest && fields.get('model')?.includes('claude') === true) return 0.95
  return has('system') && (has('messages') || has('max_tokens') || has('model')) ? 0.9 : 0
}
