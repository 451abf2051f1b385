import { z } from 'zod'

/** The twelve kinds of work a prompt asks for; each brings its own defaults to the composer. */
export const archetypes = [
  'support',
  'extract',
  'classify',
  'summarise',
  'write',
  'rewrite',
  'code',
  'tutor',
  'analyse',
  'plan',
  'roleplay',
  'agent',
] as const
export const archetypeSchema = z.enum(archetypes)
export type Archetype = z.infer<typeof archetypeSchema>

/** Which models a prompt is laid out for; `plain` suits Mistral, Llama and local ones. */
export const families = ['claude', 'gpt', 'gemini', 'plain'] as const
export const familySchema = z.enum(families)
export type Family = z.infer<typeof familySchema>

export const lengthUnits = ['words', 'characters', 'sentences', 'paragraphs', 'lines', 'bullets', 'items', 'tokens'] as const
export const outputKinds = ['text', 'markdown', 'list', 'table', 'json', 'csv', 'xml', 'yaml', 'html', 'code'] as const
const contextKinds = ['role', 'background', 'unsorted', 'material'] as const

/** `user`: chosen in a form; `parsed`: read from free text; `default`: nobody asked for it, it may go. */
const sourceSchema = z.enum(['user', 'parsed', 'default'])
export type Source = z.infer<typeof sourceSchema>

/** UTF-16 indices, end exclusive, into the text that the slot was read from. */
const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof spanSchema>

/** `confidence` runs from 0 (kept, but not understood) to 1 (said in so many words). */
function slotSchema<T extends z.ZodType>(value: T) {
  return z.object({ value, source: sourceSchema, span: spanSchema.optional(), confidence: z.number().min(0).max(1) })
}

const lengthSchema = z.object({
  unit: z.enum(lengthUnits),
  min: z.int().min(0).nullable(),
  max: z.int().min(0).nullable(),
})

/** `verb` and `object` follow "Your task is to"; both are empty where only the kind of work is known. */
const taskSchema = z.object({ verb: z.string(), object: z.string(), archetype: archetypeSchema })

/** `schema` and `template` are the person's own lines; `note` holds what else was said about the answer's form. */
const outputSchema = z.object({
  kind: z.enum(outputKinds),
  schema: z.string(),
  template: z.string(),
  note: z.string(),
})

/**
 * `role` goes on about who the assistant is, `background` was given as such, `unsorted` matched nothing and stands word for word,
 * `material` is a part with headings, code or data that is kept as it was laid out.
 */
const contextSchema = z.object({ text: z.string(), kind: z.enum(contextKinds) })

const dontSchema = z.object({ rule: z.string(), instead: z.string() })
const exampleSchema = z.object({ input: z.string(), output: z.string() })
const toolSchema = z.object({ name: z.string(), when: z.string(), ifMissing: z.string() })

const text = slotSchema(z.string())

/** What somebody asks for. A scalar nobody spoke of is null, a list is empty. Plain JSON, so that it can be stored. */
export const briefSchema = z.object({
  name: text.nullable(),
  role: text.nullable(),
  domain: text.nullable(),
  task: slotSchema(taskSchema).nullable(),
  audience: text.nullable(),
  context: z.array(slotSchema(contextSchema)),
  inputs: z.array(text),
  steps: z.array(text),
  do: z.array(text),
  dont: z.array(slotSchema(dontSchema)),
  tone: z.array(text),
  language: text.nullable(),
  length: slotSchema(lengthSchema).nullable(),
  output: slotSchema(outputSchema).nullable(),
  examples: z.array(slotSchema(exampleSchema)),
  tools: z.array(slotSchema(toolSchema)),
  fallback: text.nullable(),
  escalation: text.nullable(),
  safety: z.array(text),
  criteria: z.array(text),
  family: slotSchema(familySchema).nullable(),
})
export type Brief = z.infer<typeof briefSchema>
export type SlotName = keyof Brief
export type Slot<T> = { value: T; source: Source; span?: Span | undefined; confidence: number }
export type Task = z.infer<typeof taskSchema>
export type Length = z.infer<typeof lengthSchema>
type Output = z.infer<typeof outputSchema>
export type OutputKind = Output['kind']
export type ContextKind = z.infer<typeof contextSchema>['kind']
