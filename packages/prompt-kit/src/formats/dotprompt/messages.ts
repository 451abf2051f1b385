import { z } from 'zod'
import type { Message } from '../json/chatText.ts'
import { pieces } from './pieces.ts'

const roleTag = /^\{\{~?\s*role\s+(["'])([\w-]+)\1\s*~?\}\}$/
const historyTag = /^\{\{~?\s*history\s*~?\}\}$/

/** What is wrong with a body, and where in it. */
type Fault = { at: number; reason: string }

/**
 * The messages of a body: from a mark of a role to the next, without the line break after it and up to two before the next. What stands
 * before all marks is the user's, after the history the model's; without any mark it is the whole body, byte for byte. The place of the history is a message of its own.
 */
export function readMessages(body: string): Message[] | Fault {
  const messages: Message[] = []
  let role: string | null = null
  let start = 0
  let blocks = 0
  const end = (at: number) => {
    const raw = body.slice(start, at)
    const text = raw.replace(start === 0 ? '' : /^\r?\n/, '').replace(at < body.length ? /(?:\r?\n){1,2}$/ : '', '')
    const speaker = role ?? (start === 0 ? 'user' : 'model')
    if (role !== null || text.trim() !== '') messages.push({ role: speaker, text, raw: { role: speaker, content: text } })
  }
  for (const { kind, text, at } of pieces(body)) {
    if (kind === 'text') continue
    if (/^\{\{~?[#^](?=\s*[\w@>*])/.test(text)) blocks++
    if (/^\{\{~?\//.test(text)) blocks--
    const marked = roleTag.exec(text)?.[2] ?? null
    const isHistory = historyTag.test(text)
    if (marked === null && !isHistory) continue
    if (blocks > 0) return { at, reason: `A message begins within a block, with ${text}: take it out of the block.` }
    end(at)
    if (isHistory) messages.push({ role: null, text: null, raw: { history: true } })
    role = marked
    start = at + text.length
  }
  end(body.length)
  return messages
}

const writtenSchema = z.union([
  z
    .object({ role: z.string().regex(/^[\w-]+$/), content: z.string() })
    .transform(({ role, content }) => `{{role "${role}"}}\n${content}`),
  z.object({ history: z.literal(true) }).transform(() => '{{history}}'),
])

/** A body of these messages; what is none is left out. */
export function writeMessages(messages: readonly unknown[]): string {
  const texts = messages.flatMap((message) => writtenSchema.safeParse(message).data ?? [])
  return texts
    .map((text, index) => (index === texts.length - 1 ? text : `${text}${text.endsWith('\r') ? '\r\n\r\n' : '\n\n'}`))
    .join('')
}
