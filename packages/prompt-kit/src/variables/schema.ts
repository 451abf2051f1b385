import { z } from 'zod'
import { patternFault } from './pattern.ts'
import { valueSchema } from './valueSchema.ts'

/** `longtext` has several lines, `enum` is one of the options, `date` is a day such as "2026-11-22", `list` is texts. */
export const variableTypes = ['text', 'longtext', 'number', 'integer', 'enum', 'boolean', 'date', 'list'] as const

/** `author`: filled in by whoever uses the template; `end-user`: comes from people outside, so it is never to be trusted. */
export const variableSources = ['author', 'end-user'] as const

export const mostVariables = 100
/** Words of the template language. */
const reserved: ReadonlySet<string> = new Set('and blank contains empty false forloop in nil not null or true'.split(' '))
const nameSchema = z
  .string()
  .max(64, 'Use at most 64 characters for a name.')
  .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and _ for a name, beginning with a letter.')
  .refine((name) => !reserved.has(name), 'Choose another name; this one means something in templates.')

const plainValueSchema = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(2000)).max(200)])

const declarationSchema = z.object({
  name: nameSchema,
  /** What a form calls it; the name stands in where there is none. */
  label: z.string().trim().min(1).max(100).optional(),
  type: z.enum(variableTypes),
  /** Whether a value must be given where there is no default. */
  required: z.boolean().default(true),
  default: plainValueSchema.optional(),
  options: z.array(z.string().trim().min(1).max(200)).min(1).max(100).optional(),
  /** The least and most: of a number its value, of a text its length in characters, of a list how many. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** A regular expression that the whole of a text must match. */
  pattern: z.string().min(1).max(200).optional(),
  source: z.enum(variableSources).default('author'),
  /** Whether its values are kept out of logs and lists. */
  sensitive: z.boolean().default(false),
  example: plainValueSchema.optional(),
})

/** A declared variable of a template. Complete once parsed: `required`, `source` and `sensitive` have their defaults. */
export type Variable = z.infer<typeof declarationSchema>
export type VariableType = Variable['type']

/** What does not fit together within a declaration, by its field. */
function faults(variable: Variable): { field: keyof Variable; message: string }[] {
  const { type, options, min, max, pattern } = variable
  const found: { field: keyof Variable; message: string }[] = []
  const add = (field: keyof Variable, message: string) => found.push({ field, message })
  if (type === 'enum' && options === undefined) add('options', 'List the options to choose from.')
  if (type !== 'enum' && options !== undefined) add('options', 'Only a choice has options.')
  if (options !== undefined && new Set(options).size < options.length) add('options', 'An option stands here twice.')
  const isMeasured = type !== 'enum' && type !== 'boolean' && type !== 'date'
  const counts = type === 'text' || type === 'longtext' || type === 'list'
  for (const field of ['min', 'max'] as const) {
    const bound = variable[field]
    if (bound === undefined) continue
    if (!isMeasured) add(field, 'Only numbers, texts and lists have a least and a most.')
    else if (counts && !(Number.isSafeInteger(bound) && bound >= 0)) add(field, 'Use a whole number, 0 or more.')
  }
  if (min !== undefined && max !== undefined && min > max) add('max', 'The least must not be above the most.')
  if (pattern !== undefined) {
    const fault = type === 'text' ? patternFault(pattern) : 'Only a text of one line has a pattern.'
    if (fault !== null) add('pattern', fault)
  }
  return found
}

export const variableSchema = declarationSchema.superRefine((variable, context) => {
  const found = faults(variable)
  for (const { field, message } of found) context.addIssue({ code: 'custom', path: [field], message })
  if (found.length > 0) return
  for (const field of ['default', 'example'] as const) {
    const value = variable[field]
    if (value === undefined) continue
    const judged = valueSchema(variable).safeParse(value)
    if (!judged.success)
      context.addIssue({
        code: 'custom',
        path: [field],
        message: judged.error.issues[0]?.message ?? 'This does not fit the type.',
      })
  }
})

/** All declarations of a template; each name stands once. */
export const variablesSchema = z
  .array(variableSchema)
  .max(mostVariables, `Use at most ${mostVariables} variables.`)
  .superRefine((variables, context) => {
    const seen = new Set<string>()
    for (const [index, { name }] of variables.entries()) {
      if (seen.has(name)) context.addIssue({ code: 'custom', path: [index, 'name'], message: 'This name is taken.' })
      seen.add(name)
    }
  })
