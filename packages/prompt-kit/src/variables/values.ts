import { z } from 'zod'
import type { Variable } from './schema.ts'
import { valueSchema } from './valueSchema.ts'

/**
 * The values of a template's variables, by name. Defaults are filled in, what is not declared is dropped, and a text that is required is not
 * blank. Blank fields of a form are to be left out; `fillValues` does that.
 */
export function valuesSchema(variables: readonly Variable[]): z.ZodObject<Record<string, z.ZodType>> {
  return z.object(Object.fromEntries(variables.map((variable) => [variable.name, fieldSchema(variable)])))
}

/** The same as JSON Schema, as tools and API clients take it. */
export function valuesJsonSchema(variables: readonly Variable[]): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(valuesSchema(variables), { io: 'input' })
}

function fieldSchema(variable: Variable): z.ZodType {
  const { label, name, sensitive, example, required, default: standard } = variable
  const value = (required && standard === undefined ? neededSchema(variable) : valueSchema(variable)).meta({
    title: label ?? name,
    ...(sensitive ? { writeOnly: true } : {}),
    ...(example === undefined ? {} : { examples: [example] }),
  })
  if (standard !== undefined) return value.default(standard)
  return required ? value : value.optional()
}

/** A list with something in it, a text that is more than space. */
function neededSchema(variable: Variable): z.ZodType {
  const { type, min = 1 } = variable
  if (type === 'list') return valueSchema({ ...variable, min: Math.max(min, 1) })
  const value = valueSchema(variable)
  return value instanceof z.ZodString ? value.regex(/\S/, 'Fill this in.') : value
}

/** What is wrong with the value of one variable, in a sentence. */
export type ValueFault = { name: string; message: string }
export type FilledValues = { ok: true; values: Record<string, unknown> } | { ok: false; faults: ValueFault[] }

/** Values as a form or an API gives them → the complete values a template renders with: null for each that is left out. */
export function fillValues(variables: readonly Variable[], given: Readonly<Record<string, unknown>>): FilledValues {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => !isBlank(value)))
  const judged = valuesSchema(variables).safeParse(said)
  if (!judged.success)
    return {
      ok: false,
      faults: judged.error.issues.map(({ path, message }) => {
        const name = String(path[0])
        return { name, message: Object.hasOwn(said, name) ? message : 'Fill this in.' }
      }),
    }
  const { data } = judged
  return { ok: true, values: Object.fromEntries(variables.map(({ name }) => [name, data[name] ?? null])) }
}

/** Whether a field of a form was left empty. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
