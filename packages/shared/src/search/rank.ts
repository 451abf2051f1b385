import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import type { Frequencies } from './frequencies.ts'
import type { Source } from './sources.ts'

/** A term with how much it counts against the others, from 1 to 3. */
export type RankedTerm = Term & { weight: number }

/** Shares of all rows below which a term counts one more. */
const shares = [0.05, 0.005]

/** The rarer a word is, the more it says of a row. `before` are the weights of the page before this one. */
export function rankTerms(terms: readonly Term[], frequencies: Frequencies, before: readonly number[] = []): RankedTerm[] {
  return terms.map(({ text, prefix }, place) => {
    const share = frequencies.share({ text, prefix })
    return { text, prefix, weight: before[place] ?? 1 + shares.filter((limit) => share < limit).length }
  })
}

/**
 * How well a row answers the terms, as a whole number that rises: how often they stand among its words, which is by how heavy
 * its parts are, and among equals what the source prefers. The databases' own ranks are of no use: that of InnoDB is infinite
 * until its statistics catch up, and neither stays the same from page to page.
 */
export function rankOf({ db, database }: Ctx, { table, tieBreak }: Source, terms: readonly RankedTerm[]): Knex.Raw {
  const left = `length(${table}.tokens) - length(replace(${table}.tokens, ?, ''))`
  const counts = terms.map(() => `${database.dialect.sql.quotient(left, '?')} * ?`)
  const bindings = terms.flatMap((term) => {
    const place = placeOf(term)
    return [place, place.length, term.weight]
  })
  const { factor, column } = tieBreak
  return db.raw(`(${counts.join(' + ')}) * ${factor} + ${column}`, bindings)
}

/** How a term stands in a row's tokens. */
export const placeOf = ({ text, prefix }: Term): string => ` ${text}${prefix ? '' : ' '}`
