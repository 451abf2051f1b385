import { z } from 'zod'
import { chatText, textOf, type KeptChat, type Message } from '../json/chatText.ts'
import { isRecord } from '../json/isRecord.ts'
import { titleFrom } from '../json/titleFrom.ts'
import { readJson, reasonOf } from '../readers.ts'
import { FormatFault, type Syntax } from '../types.ts'
import { readYaml } from '../yaml.ts'
import { readJinja } from '../yamlFiles/jinjaText.ts'
import { worthKeeping } from '../yamlFiles/plainChat.ts'
import { isCodeFile } from './dropCode.ts'

const entrySchema = z.looseObject({ raw: z.string(), label: z.string().nullish(), id: z.string().nullish() })
const messagesSchema = z.array(z.looseObject({ role: z.string(), content: z.unknown().optional() })).min(1)

export type ReadEntry = {
  title: string
  content: string
  syntax: Syntax | null
  chat: KeptChat | undefined
  /** What else its entry in the list holds. */
  fields: Record<string, unknown>
  notes: string[]
}

/** One entry of the list of prompts, or why it is none. */
export function readEntry(entry: unknown): ReadEntry | string {
  const elsewhere = elsewhereReason(entry)
  if (elsewhere !== null) return elsewhere
  const judged = entrySchema.safeParse(typeof entry === 'string' ? { raw: entry } : entry)
  if (!judged.success)
    return isRecord(entry) ? reasonOf(judged.error) : 'A prompt should be a text, or an object with a text in "raw".'
  const { raw, label, ...fields } = judged.data
  const messages = chatIn(raw)
  if (messages === null && raw === '') return 'There is no text in it.'
  const chat = messages === null ? { ok: true as const, content: raw, kept: null, notes: [] } : chatText(messages)
  if (!chat.ok) return chat.reason
  const { content, syntax } = readJinja(chat.content)
  const title = label ?? fields.id ?? ''
  return {
    title: title === '' ? titleFrom(content) : title,
    content,
    syntax,
    chat: chat.kept === null ? undefined : worthKeeping(chat.kept),
    fields,
    notes: chat.notes,
  }
}

/** What it is called in its entry. */
export function entryName(entry: unknown): string | null {
  const { label, id } = isRecord(entry) ? entry : {}
  return typeof label === 'string' ? label : typeof id === 'string' ? id : null
}

const file = /^(?:file:\/\/|[\w./*-]+\.(?:txt|md|jsonl?|ya?ml|csv|j2|jinja2?|[cm]?[jt]s|py)(?::[\w.]+)?$)/i
const service = /^(?:langfuse|portkey|helicone):\/\//

/** Why a text is not the prompt itself, but says where that is. */
function elsewhereReason(entry: unknown): string | null {
  const { function: code, raw, id } = isRecord(entry) ? entry : {}
  if (code !== undefined) return 'This prompt is code, which is never run here.'
  const text = typeof entry === 'string' ? entry : (raw ?? id)
  if (typeof text !== 'string') return null
  const place = text.length > 200 ? `${text.slice(0, 200)}…` : text
  if (isElsewhere(text) && (isCodeFile(text.trim()) || isCodeFile(`file://${text.trim()}`)))
    return `This prompt is code (${place}), which is never run here.`
  if (service.test(text)) return `This prompt stands with another service (${place}): import it from there.`
  return isElsewhere(text) ? `This prompt stands in another file (${place}), which is not read: import that file.` : null
}

/** Whether promptfoo, or this, would take a text for the name of where the prompt stands. */
export function isElsewhere(text: string): boolean {
  return file.test(text.trim()) || service.test(text) || /^exec:.*$/.test(text) || (isCodeFile(text) && !/\s/.test(text))
}

/** The messages of a text that is a list of them in JSON or YAML; null for any other. */
export function chatIn(text: string): Message[] | null {
  const isJson = text.trimStart().startsWith('[')
  if (!isJson && !/^\s*-\s+(?:\{\s*)?["']?(?:role|content)["']?:/.test(text)) return null
  try {
    const messages = messagesSchema.safeParse(isJson ? readJson(text) : readYaml(text).value)
    return messages.data?.map((raw) => ({ role: raw.role, text: textOf(raw.content), raw })) ?? null
  } catch (error) {
    if (error instanceof FormatFault) return null
    throw error
  }
}
