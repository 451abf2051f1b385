import { hash } from 'node:crypto'
import type { Term } from './queryTerms.ts'

/** What a row is asked for beside words. */
export type Filter = { kind: keyof typeof kinds; value: string }

/** As the index knows it, with the part of all rows that is taken to have it where nobody has counted. */
export type FilterTerm = Term & { guess: number; bits: number }

/**
 * How many bits each sets, and which: the rarer its values are, the more, as each lets fewer others through. There are few
 * categories and families, which many rows share, so these have places of their own. A number of JavaScript holds 52.
 */
const kinds = {
  category: { mark: 'c', bits: 1, from: 0, places: 8, guess: 0.1 },
  family: { mark: 'f', bits: 1, from: 8, places: 4, guess: 0.25 },
  tag: { mark: 't', bits: 3, from: 12, places: 40, guess: 0.005 },
  author: { mark: 'a', bits: 3, from: 12, places: 40, guess: 0.000_5 },
} as const

/** Filters as words of the index that no text has: none begins with two underscores, and none of another kind or value is alike. */
export function filterTerms(filters: readonly Filter[]): FilterTerm[] {
  return filters.map(({ kind, value }) => {
    const { mark, bits, from, places, guess } = kinds[kind]
    const digest = hash('sha256', `${mark}${value}`, 'buffer')
    const set = [...digest.subarray(0, bits)].map((byte) => 1n << BigInt(from + (byte % places)))
    return { text: `__${mark}${digest.toString('hex', 0, 12)}`, prefix: false, guess, bits: together(set) }
  })
}

/** Which filters each stand together with a tag in one word of the index: those that very many rows have. */
const paired: ReadonlySet<Filter['kind']> = new Set(['category', 'family'])

/**
 * Words for a tag together with each of the other filters, by which the index finds the few rows that have both. The filters are to be tested
 * all the same: these words are short, and some pairs share one.
 */
export function pairTerms(filters: readonly Filter[]): Term[] {
  const tags = filters.filter(({ kind }) => kind === 'tag')
  const others = filters.filter(({ kind }) => paired.has(kind))
  return tags.flatMap((tag) =>
    others.map((other) => {
      const digest = hash('sha256', `${kinds[other.kind].mark}${other.value} ${tag.value}`)
      return { text: `__p${digest.slice(0, 9)}`, prefix: false }
    }),
  )
}

/**
 * All that a row has in one number. What it has, its bits are set; a few other rows have the same bits by chance. It is kept at
 * the rows and in their indexes: who changes how it is made has it written anew.
 */
export function filterBits(terms: readonly Pick<FilterTerm, 'bits'>[]): number {
  return together(terms.map(({ bits }) => BigInt(bits)))
}

const together = (bits: readonly bigint[]) => Number(bits.reduce((all, each) => all | each, 0n))
