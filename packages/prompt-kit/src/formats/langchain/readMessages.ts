import { z } from 'zod'
import { textOf, type Message } from '../json/chatText.ts'
import { reasonOf } from '../readers.ts'
import type { Syntax } from '../types.ts'
import { constructorOf, type Constructor } from './constructors.ts'

/** A message with what its text declares; of a text that is no template the syntax is null. */
export type TemplateMessage = Message & { syntax: Syntax | null; names: string[]; defaults: Record<string, unknown> }

const syntaxes = { 'f-string': 'f-string', mustache: 'mustache', jinja2: 'jinja' } as const satisfies Record<string, Syntax>
const templateSchema = z.looseObject({
  template: z.string(),
  template_format: z.enum(['f-string', 'mustache', 'jinja2']).default('f-string'),
  input_variables: z.array(z.string()).nullish(),
  partial_variables: z.record(z.string(), z.unknown()).nullish(),
})

const roles: [RegExp, string][] = [
  [/^System/, 'system'],
  [/^Human/, 'user'],
  [/^AI/, 'assistant'],
]

/** The messages of a prompt: of a chat each of them, else its text as the system's. A text is the reason why they cannot be read. */
export function readMessages({ kwargs }: Constructor): TemplateMessage[] | string {
  const messages = kwargs['messages'] ?? kwargs['prompt_messages']
  if (!Array.isArray(messages)) return withReason(readTemplate('system', kwargs, kwargs), (message) => [message])
  const read: TemplateMessage[] = []
  for (const [index, message] of messages.entries()) {
    const one = readMessage(message)
    if (typeof one === 'string') return `Message ${index + 1}: ${one}`
    read.push(one)
  }
  return read
}

function withReason<T, U>(value: T | string, change: (value: T) => U): U | string {
  return typeof value === 'string' ? value : change(value)
}

function readMessage(raw: unknown): TemplateMessage | string {
  const made = constructorOf(raw)
  if (made === null) return 'This is no message.'
  const { className, kwargs } = made
  const role = roles.find(([name]) => name.test(className))?.[1] ?? (typeof kwargs['role'] === 'string' ? kwargs['role'] : null)
  const plain = { role, raw, syntax: null, names: [], defaults: {} }
  const { prompt } = kwargs
  if (prompt === undefined) return { ...plain, text: textOf(kwargs['content']) }
  if (Array.isArray(prompt)) {
    const [only] = prompt
    return prompt.length === 1 ? readPrompt(role, only, raw) : { ...plain, text: null }
  }
  return readPrompt(role, prompt, raw)
}

function readPrompt(role: string | null, prompt: unknown, raw: unknown): TemplateMessage | string {
  const made = constructorOf(prompt)
  if (made === null) return 'Its prompt is not known here.'
  if (made.kwargs['template'] === undefined) return { role, raw, text: null, syntax: null, names: [], defaults: {} }
  return readTemplate(role, made.kwargs, raw)
}

function readTemplate(role: string | null, kwargs: Record<string, unknown>, raw: unknown): TemplateMessage | string {
  const judged = templateSchema.safeParse(kwargs)
  if (!judged.success) return reasonOf(judged.error)
  const { template, template_format, input_variables, partial_variables } = judged.data
  const defaults = partial_variables ?? {}
  const names = [...new Set([...(input_variables ?? []), ...Object.keys(defaults)])]
  return { role, raw, text: template, syntax: syntaxes[template_format], names, defaults }
}
