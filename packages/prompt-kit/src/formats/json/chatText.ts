import { z } from 'zod'

/** One message as this finds it: no role where it is something else, such as a placeholder; no text where it holds more than text. */
export type Message = { role: string | null; text: string | null; raw: unknown }

const keptChatSchema = z.object({
  message: z.record(z.string(), z.unknown()),
  before: z.array(z.unknown()),
  after: z.array(z.unknown()),
})
/** What a chat holds beside its system text, so that it can be written as it was: the message itself without its text, and the others around it. */
export type KeptChat = z.infer<typeof keptChatSchema>

type ChatText = { ok: true; content: string; kept: KeptChat; notes: string[] } | { ok: false; reason: string }

const isSystem = ({ role, text }: Message): boolean => (role === 'system' || role === 'developer') && text !== ''

/** The system text of a chat; where it has none, the text of its only user message. */
export function chatText(messages: readonly Message[]): ChatText {
  const systems = messages.filter(isSystem)
  const users = messages.filter(({ role }) => role === 'user')
  const taken = systems.length > 0 ? systems : users
  if (systems.length === 0 && users.length !== 1)
    return {
      ok: false,
      reason: `There is no system message, and ${users.length === 0 ? 'no' : 'more than one'} user message to take instead.`,
    }
  const texts = taken.flatMap(({ text }) => text ?? [])
  if (texts.length < taken.length)
    return { ok: false, reason: `The ${systems.length > 0 ? 'system' : 'user'} message should hold text alone.` }
  const content = texts.join('\n\n')
  if (content === '') return { ok: false, reason: 'There is no text in it.' }

  const [first] = taken
  const at = messages.findIndex((message) => message === first)
  const others = (some: readonly Message[]) => some.filter((message) => !taken.includes(message)).map(({ raw }) => raw)
  const [before, after] = [others(messages.slice(0, at)), others(messages.slice(at + 1))]
  const count = before.length + after.length
  const notes: string[] = []
  if (systems.length === 0) notes.push('There is no system message, so the only user message is the text.')
  if (taken.length > 1) notes.push(`${taken.length} system messages are joined, with an empty line between them.`)
  if (count > 0)
    notes.push(
      `${count === 1 ? 'One other message is' : `${count} other messages are`} kept beside the text, and not part of it.`,
    )
  return { ok: true, content, kept: { message: withoutContent(first?.raw), before, after }, notes }
}

/** The chat that was kept, if what is there is one. */
export function keptChat(value: unknown): KeptChat | null {
  return keptChatSchema.safeParse(value).data ?? null
}

/** The messages as they were, with this as their text. */
export function chatMessages({ message, before, after }: KeptChat, content: string): unknown[] {
  return [...before, { ...message, content }, ...after]
}

/** The text of a message, whose content is a text or a list of parts; null where it holds anything else. */
export function textOf(content: unknown): string | null {
  if (typeof content === 'string') return content
  const parts = partsSchema.safeParse(content).data
  return parts?.map(({ text }) => text).join('\n\n') ?? null
}

const partsSchema = z.array(z.object({ type: z.enum(['text', 'input_text', 'output_text']), text: z.string() }))

function withoutContent(raw: unknown): Record<string, unknown> {
  const fields = Object.entries(z.record(z.string(), z.unknown()).safeParse(raw).data ?? {})
  return Object.fromEntries(fields.filter(([key]) => key !== 'content'))
}

/** Whether there is nothing but one system message. */
export function isPlainChat({ message, before, after }: KeptChat): boolean {
  return before.length === 0 && after.length === 0 && message['role'] === 'system' && Object.keys(message).length === 1
}
