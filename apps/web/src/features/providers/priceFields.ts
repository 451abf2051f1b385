import { saveModelPriceSchema, type ModelPrice } from '@prologue/contracts'
import { z } from 'zod'
import type { PriceRow } from './priceRows.ts'

export type SaveModelPrice = z.infer<typeof saveModelPriceSchema>

/** What stands in the form of a price: dollars for a million tokens, as they are typed. */
export type PriceFields = {
  /** '' for whichever offers the model. */
  provider: string
  model: string
  input: string
  cachedInput: string
  output: string
  contextTokens: string
}

export const emptyPrice: PriceFields = { provider: '', model: '', input: '', cachedInput: '', output: '', contextTokens: '' }

/** What is set. Of what is left empty counts what the program knows. */
export function priceFieldsOf({ provider, model, set }: PriceRow): PriceFields {
  return {
    provider: (set ? set.provider : provider) ?? '',
    model,
    input: dollarsOf(set?.input),
    cachedInput: dollarsOf(set?.cachedInput),
    output: dollarsOf(set?.output),
    contextTokens: String(set?.contextTokens ?? ''),
  }
}

/** What counts of a row, to stand where nothing is set. */
export function knownOf(row: PriceRow | null): Pick<PriceFields, 'input' | 'cachedInput' | 'output' | 'contextTokens'> {
  const offered = row?.offered
  return {
    input: dollarsOf(offered?.price.input) || unknown,
    cachedInput: dollarsOf(offered?.price.cachedInput) || unknown,
    output: dollarsOf(offered?.price.output) || unknown,
    contextTokens: offered?.contextTokens?.toLocaleString('en') ?? unknown,
  }
}

const unknown = 'unknown'

const dollars = z.string().transform((text, ctx) => {
  const plain = text.replace(/[\s$]/g, '')
  if (plain === '') return null
  const [, whole = '', part = ''] = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(plain) ?? []
  if (whole) return Number(whole) * 1_000_000 + Number(part.padEnd(6, '0'))
  ctx.addIssue('Enter dollars such as 2.50, or nothing where none is to be set.')
  return z.NEVER
})

const tokens = z.string().transform((text, ctx) => {
  const plain = text.replace(/[\s,]/g, '')
  if (plain === '') return null
  if (/^[1-9]\d{0,8}$/.test(plain)) return Number(plain)
  ctx.addIssue('Enter a number such as 128000, or nothing where none is to be set.')
  return z.NEVER
})

/** Reads what was typed, into what the server takes. */
export function priceFormSchema(set: ModelPrice | undefined) {
  return z
    .object({
      provider: z.string().transform((name) => name.trim() || null),
      model: saveModelPriceSchema.shape.model,
      input: dollars,
      cachedInput: dollars,
      output: dollars,
      contextTokens: tokens,
    })
    .transform((price) => (set ? { ...price, id: set.id } : price))
}

/** Micro-USD as dollars to be typed over, no digit too many. */
function dollarsOf(microUsd: number | null | undefined): string {
  return microUsd === null || microUsd === undefined ? '' : (microUsd / 1_000_000).toFixed(6).replace(/(\.\d\d)(\d*?)0+$/, '$1$2')
}
