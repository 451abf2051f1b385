import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import type { Term } from '../database/words/index.ts'
import type { Kind } from './sources.ts'

/** What is looked for: a word, or a filter with its guess. */
export type Wanted = Term & { guess?: number }

/** How common words are. `share` is the part of all rows that a term is in, from 0 to 1. */
export type Frequencies = { rows: number; share(term: Wanted): number }

/** Of a word that is not noted as common, and of the uncommon words that begin with what was typed. */
const shareOfUncommon = { word: 0.000_5, prefix: 0.005 }

/** Sorts after every character of a token. */
const afterAll = '{'

/** How common the terms were when words were last counted; all words are uncommon among no rows where they never were. */
export async function readFrequencies(ctx: Ctx, kind: Kind, terms: readonly Term[]): Promise<Frequencies> {
  const counted = await ctx
    .db('search_words')
    .where({ kind })
    .where((wanted) => {
      void wanted.whereIn('word', ['', ...terms.flatMap(({ text, prefix }) => (prefix ? [] : [text]))])
      for (const { text, prefix } of terms) if (prefix) void wanted.orWhere(beginsWith(text))
    })
    .select<{ word: string; rowCount: number | string }[]>('word', 'rowCount')
  const counts = new Map(counted.map(({ word, rowCount }) => [word, Number(rowCount)]))
  const rows = counts.get('') ?? 0
  const shareOf = (word: string) => (rows === 0 ? 0 : (counts.get(word) ?? 0) / rows)
  return {
    rows,
    share({ text, prefix, guess }) {
      if (rows === 0 && guess !== undefined) return guess
      if (!prefix) return Math.min(1, shareOf(text) || shareOfUncommon.word)
      const without = [...counts.keys()].filter((word) => word.startsWith(text)).map((word) => 1 - shareOf(word))
      return 1 - without.reduce((one, other) => one * other, 1 - shareOfUncommon.prefix)
    },
  }
}

function beginsWith(text: string) {
  return (words: Knex.QueryBuilder) => void words.where('word', '>=', text).where('word', '<', `${text}${afterAll}`)
}
