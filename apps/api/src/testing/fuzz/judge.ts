import { errorCatalogue } from '@prologue/contracts'
import { z } from 'zod'

const codeSchema = z.string().refine((code) => Object.hasOwn(errorCatalogue, code))
const wireSchema = z.object({ code: codeSchema, message: z.string().min(1), requestId: z.uuid().optional() })
const refusedSchema = z.object({
  error: z.object({ json: z.object({ data: z.object({ httpStatus: z.int(), wire: wireSchema }) }) }),
})
const answeredSchema = z.object({ result: z.object({ data: z.unknown() }) })
const itemSchema = z.union([answeredSchema, refusedSchema, z.object({ error: wireSchema })])
const bodySchema = z.union([z.array(itemSchema), itemSchema])

/**
 * What is wrong with an answer, or null: it is a result or a refusal of the contract, each with the status of its code, and never
 * one that nobody expected.
 */
export function faultOf(status: number, text: string): string | null {
  // Refused before it is read whole: a GET with more in its address than is taken.
  if (status === 431) return null
  if (status >= 500) return `the status ${status}`
  let body: z.infer<typeof bodySchema>
  try {
    body = bodySchema.parse(JSON.parse(text))
  } catch (error) {
    return `an answer of no known shape (${error instanceof Error ? error.message.slice(0, 200) : ''})`
  }
  const faults = [body].flat().flatMap((item) => {
    if ('result' in item) return []
    const { code } = 'json' in item.error ? item.error.json.data.wire : item.error
    const expected = Object.entries(errorCatalogue).find(([name]) => name === code)?.[1].status ?? 500
    const said = 'json' in item.error ? item.error.json.data.httpStatus : status
    if (expected >= 500) return [`the code ${code}`]
    return said === expected ? [] : [`the status ${said} for ${code}`]
  })
  return faults[0] ?? null
}

/** How many answers of these were results. */
export function resultsIn(text: string): number {
  return text.split('"result":').length - 1
}
