import { z } from 'zod'

/** What to put where an input wants an id, a slug, a token or a cursor, by the name of its field; undefined leaves it out. */
export type Choose = (field: string) => string | undefined

/** Words that everything of everybody has, so that who looks for them finds all that they may see. */
export const sharedWords = 'A text of words'

/** Texts of the shapes that inputs ask for; a new shape gets an example here. */
const texts = [
  sharedWords,
  'a-word',
  'somebody@example.com',
  '123456',
  'a'.repeat(43),
  '2026-01-02',
  '2026-01-02T03:04:05Z',
  'en',
  'AAAA',
  '/a/path',
  'https://models.example/v1',
  'example.com',
  '👍',
]
const numbers = [1, 0, 2, 100, 1_000]

/** Texts that lead to something of somebody's, though they are no ids. */
const leading: readonly string[] = ['slug', 'token', 'cursor']

/**
 * Inputs that a schema takes, with every optional field, one for each side of its unions.
 * @throws Error that says what to add where the schema asks for what is not known here
 */
export function buildInputs(schema: z.core.$ZodType | undefined, pick: Choose, path: string): unknown[] {
  if (schema === undefined) return [undefined]
  const picked = new Set<unknown>()
  const noted = (field: string) => {
    const value = pick(field)
    picked.add(value)
    return value
  }
  return variants(schema, { pick: noted, path, field: '' }).map((input) => {
    const why = refusalOf(schema, input, picked)
    if (why === null) return input
    throw new Error(
      `The sweep builds an input that ${path} does not take (${why}). Teach testing/strangers/buildInputs.ts what it wants.`,
    )
  })
}

/** Takes out what does not go with the rest, unless it leads to somebody's; then, or where something else is wrong, says what it is. */
function refusalOf(schema: z.core.$ZodType, input: unknown, picked: ReadonlySet<unknown>): string | null {
  for (;;) {
    const { success, error } = z.safeParse(schema, input)
    if (success) return null
    const removed = error.issues.some(({ path }) => removeAt(input, path, picked))
    if (!removed) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  }
}

function removeAt(input: unknown, path: readonly PropertyKey[], picked: ReadonlySet<unknown>): boolean {
  const [key, ...rest] = path
  if (typeof input !== 'object' || input === null || key === undefined) return false
  const value: unknown = Reflect.get(input, key)
  if (rest.length > 0) return removeAt(value, rest, picked)
  return value !== undefined && !picked.has(value) && Reflect.deleteProperty(input, key)
}

/** Whether a field of this schema holds an id. */
function isId(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodUUID
}

type At = { pick: Choose; path: string; field: string }

function variants(schema: z.core.$ZodType, at: At): unknown[] {
  if (isId(schema) || (leading.includes(at.field) && schema instanceof z.ZodString)) return [at.pick(at.field)]
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return variants(schema.def.innerType, at)
  }
  if (schema instanceof z.ZodObject) return ofObject(schema.def.shape, at)
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => variants(option, at))
  if (schema instanceof z.ZodArray) return variants(schema.def.element, at).map((element) => [element])
  if (schema instanceof z.ZodEnum) return Object.values(schema.def.entries).slice(0, 1)
  if (schema instanceof z.ZodLiteral) return schema.def.values.slice(0, 1)
  if (schema instanceof z.ZodBoolean) return [false]
  if (schema instanceof z.ZodRecord) return [{}]
  if (schema instanceof z.ZodDate) return [new Date()]
  if (schema instanceof z.ZodPipe && !isText(schema)) return variants(schema.def.in, at)
  const example = [...texts, ...numbers].find((value) => z.safeParse(schema, value).success)
  if (example !== undefined) return [example]
  const where = `"${at.field}" of ${at.path}`
  throw new Error(`The sweep has no example for ${where} (${schema._zod.def.type}). Add one to testing/strangers/buildInputs.ts.`)
}

/** Whether it begins as a text, however it goes on. */
function isText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodPipe ? isText(schema.def.in) : schema instanceof z.ZodString
}

/** As many objects as the field with the most variants has. */
function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>, at: At): unknown[] {
  const fields = Object.entries(shape).map(([field, schema]) => ({ field, values: variants(schema, { ...at, field }) }))
  const many = Math.max(1, ...fields.map(({ values }) => values.length))
  return Array.from({ length: many }, (_, index) =>
    Object.fromEntries(
      fields.map(({ field, values }) => [field, values[index % values.length]]).filter(([, value]) => value !== undefined),
    ),
  )
}
