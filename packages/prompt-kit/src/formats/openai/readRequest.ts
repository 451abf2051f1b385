import { z } from 'zod'
import { chatText, isPlainChat, textOf, type Message } from '../json/chatText.ts'
import { isRecord } from '../json/isRecord.ts'
import type { ReadText } from '../json/readOne.ts'
import { settingFields, settingsOf } from '../json/settings.ts'
import { mustacheSyntax } from '../json/syntax.ts'
import { reasonOf } from '../readers.ts'
import { limitNames, type Kept } from './kept.ts'

const messageSchema = z.looseObject({ role: z.string().nullish(), content: z.unknown().optional() })
const { model, temperature, maxTokens } = settingFields
const requestSchema = z.looseObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  model,
  temperature,
  max_completion_tokens: maxTokens,
  max_tokens: maxTokens,
  max_output_tokens: maxTokens,
  messages: z.array(messageSchema).nullish(),
  instructions: z.string().nullish(),
  input: z.union([z.string(), z.array(messageSchema)]).nullish(),
})
type Request = z.infer<typeof requestSchema>
type Found = { ok: true; content: string; kept: Kept; notes: string[] } | { ok: false; reason: string }

/** A request as it is pasted: a chat, one to the Responses interface, a prompt object around one of them, or the messages alone. */
export function readRequest(value: unknown): ReadText | { ok: false; reason: string } {
  const judged = requestSchema.safeParse(unwrapped(value))
  if (!judged.success) return { ok: false, reason: reasonOf(judged.error) }
  const found = textIn(judged.data)
  if (!found.ok) return found
  const { name, description, model, temperature } = judged.data
  const limit = limitNames.find((each) => typeof judged.data[each] === 'number')
  const fields = Object.entries(judged.data).filter(([field]) => !Object.hasOwn(requestSchema.shape, field))
  const isNamed = typeof name === 'string' && name !== ''
  const kept: Kept = {
    ...found.kept,
    ...(limit !== undefined && limit !== limitNames[0] && { limit }),
    ...(isNamed && { isNamed }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  }
  return {
    ok: true,
    title: isNamed ? name : null,
    description: description ?? '',
    content: found.content,
    variables: [],
    settings: settingsOf({ model, temperature, maxTokens: limit && judged.data[limit] }),
    syntax: mustacheSyntax(found.content),
    kept,
    notes: found.notes,
  }
}

function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return { messages: value }
  if (!isRecord(value) || !isRecord(value['prompt'])) return value
  return hasText(value) ? value : value['prompt']
}

function hasText(value: Record<string, unknown>): boolean {
  return ['messages', 'instructions', 'input'].some((name) => value[name] !== undefined && value[name] !== null)
}

function textIn(request: Request): Found {
  const { messages, instructions, input } = request
  if (messages !== null && messages !== undefined) return inMessages(messages, undefined)
  if (typeof instructions === 'string' && instructions !== '') return inInstructions(instructions, input)
  if (typeof input === 'string' && input !== '') {
    const notes = ['There are no instructions, so the input is the text.']
    return { ok: true, content: input, kept: { place: 'text' }, notes }
  }
  if (Array.isArray(input)) return inMessages(input, 'input')
  const { id } = request
  return typeof id === 'string' && id.startsWith('pmpt_')
    ? { ok: false, reason: `It only names the prompt "${id}" that OpenAI keeps: its text is not in the file.` }
    : { ok: false, reason: 'There are no messages, no instructions and no input in it.' }
}

function inMessages(messages: z.infer<typeof messageSchema>[], place: 'input' | undefined): Found {
  const read = chatText(messages.map(asMessage))
  if (!read.ok) return read
  const chat = place === undefined && isPlainChat(read.kept) ? {} : { chat: read.kept }
  return { ok: true, content: read.content, kept: { ...(place !== undefined && { place }), ...chat }, notes: read.notes }
}

function inInstructions(instructions: string, input: Request['input']): Found {
  const own: Message = { role: 'system', text: instructions, raw: null }
  const read = chatText([own, ...(Array.isArray(input) ? input.map(asMessage) : [])])
  if (!read.ok) return read
  const rest = typeof input === 'string' ? input : read.kept.after
  const notes =
    typeof input === 'string' && input !== ''
      ? ['The input is kept beside the instructions, and not part of the text.']
      : read.notes
  return { ok: true, content: read.content, kept: { place: 'instructions', ...(rest.length > 0 && { input: rest }) }, notes }
}

function asMessage(message: z.infer<typeof messageSchema>): Message {
  return { role: message.role ?? null, text: textOf(message.content), raw: message }
}
