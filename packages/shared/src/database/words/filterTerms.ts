import { hash } from 'node:crypto'
import type { Term } from './queryTerms.ts'

/** What a row is asked for beside words. */
export type Filter = { kind: keyof typeof kinds; value: string }

/** As the index knows it, with the part of all rows that is taken to have it where nobody has counted. */
export type FilterTerm = Term & { guess: number; bits: number }

/** How many bits each sets: the rarer its values are, the more, as each lets fewer others through. */
const kinds = {
  category: { mark: 'c', bits: 1, guess: 0.1 },
  family: { mark: 'f', bits: 1, guess: 0.25 },
  tag: { mark: 't', bits: 3, guess: 0.005 },
  author: { mark: 'a', bits: 3, guess: 0.000_5 },
} as const

/** What a number of JavaScript holds. */
const bitsOfNumber = 52

/** Filters as words of the index that no text has: none begins with two underscores, and none of another kind or value is alike. */
export function filterTerms(filters: readonly Filter[]): FilterTerm[] {
  return filters.map(({ kind, value }) => {
    const { mark, bits, guess } = kinds[kind]
    const digest = hash('sha256', `${mark}${value}`, 'buffer')
    const places = [...digest.subarray(0, bits)].map((byte) => byte % bitsOfNumber)
    return { text: `__${mark}${digest.toString('hex', 0, 12)}`, prefix: false, guess, bits: withBits(places) }
  })
}

/**
 * All that a row has in one number. What it has, its bits are set; a few other rows have the same bits by chance. It is kept at
 * the rows and in their indexes: who changes how it is made has it written anew.
 */
export function filterBits(terms: readonly Pick<FilterTerm, 'bits'>[]): number {
  return Number(terms.reduce((all, { bits }) => all | BigInt(bits), 0n))
}

const withBits = (places: readonly number[]) => Number(places.reduce((all, place) => all | (1n << BigInt(place)), 0n))
