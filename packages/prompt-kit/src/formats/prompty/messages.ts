import { z } from 'zod'
import type { Message } from '../json/chatText.ts'

const roles = ['system', 'developer', 'user', 'assistant', 'tool', 'function']
/** A line of its own: after a line feed or nothing, before a line break or nothing. */
const mark = new RegExp(
  String.raw`(?<![^\n])[ \t]{0,20}#?[ \t]{0,20}(${roles.join('|')})(\[[^\]\n]{0,500}\])?[ \t]*:[ \t]*(?:\r?\n|(?![^]))`,
  'gi',
)

/** Whether a line of a text would begin a message. */
export function hasMark(text: string): boolean {
  return text.search(mark) !== -1
}

/**
 * The messages of a body: from a line with a role to the next, without up to two line breaks before that. What stands before all of them is
 * the system's; without any it is the whole body, byte for byte.
 */
export function readMessages(body: string): Message[] {
  const messages: Message[] = []
  let role: string | null = null
  let attributes: string | undefined
  let start = 0
  const end = (at: number, isLast: boolean) => {
    const text = isLast ? body.slice(start) : body.slice(start, at).replace(/(?:\r?\n){1,2}$/, '')
    const speaker = role ?? 'system'
    const raw = { role: speaker, content: text, ...(attributes !== undefined && { attributes }) }
    if (role !== null || text.trim() !== '') messages.push({ role: speaker, text, raw })
  }
  for (const match of body.matchAll(mark)) {
    end(match.index, false)
    role = match[1]?.toLowerCase() ?? null
    attributes = match[2]
    start = match.index + match[0].length
  }
  end(body.length, true)
  return messages
}

const writtenSchema = z
  .object({
    role: z.enum(roles),
    content: z.string(),
    attributes: z
      .string()
      .regex(/^\[[^\]\n]{0,500}\]$/)
      .optional(),
  })
  .transform(({ role, content, attributes = '' }) => `${role}${attributes}:\n${content}`)

/** A body of these messages; what is none is left out. */
export function writeMessages(messages: readonly unknown[]): string {
  const texts = messages.flatMap((message) => writtenSchema.safeParse(message).data ?? [])
  return texts
    .map((text, index) => (index === texts.length - 1 ? text : `${text}${text.endsWith('\r') ? '\r\n\r\n' : '\n\n'}`))
    .join('')
}
