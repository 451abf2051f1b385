import type { TemplateHit } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { queryTerms, type Term } from '../database/words/index.ts'
import { publicTemplates } from '../policies/index.ts'
import { findTemplates, presentTemplates, rankTerms, readFrequencies, sources } from '../search/index.ts'

/** As many as are looked at while one writes. */
const shown = 4

/** Words that the library is asked for, the rarest of the text. */
const asked = 16

/** A word that so many templates have tells little of any of them. */
const common = 40

/** Shorter ones are mostly not about anything. */
const shortest = 4

/** How many of its words tell what a longer text is about; a template that has one of them alone fits by chance. */
const fewest = 2

/** What fits less than this part of what fits best does so by a word or two that say little. */
const leastPart = 0.4

/** Rare in a small library, and about nothing. */
const functionWords = new Set(
  (
    'about after also always answer another anything assistant because been before being between both cannot could does doing ' +
    'dont down each else even ever every from give gives good have help here into just keep like make makes more most much must ' +
    'need never none only other others over rather same shall should some something such than that their them then there these ' +
    'they thing things this those through under until upon used uses using very want wants well were what when where which while ' +
    'whom whose will with within without words would write writes your yours'
  ).split(' '),
)

const source = { ...sources.templates, visible: publicTemplates }

/** Public templates that fit a text somebody writes: those that have most of its rare words, the best first. */
export async function fitTemplates(ctx: Ctx, { text }: { text: string }): Promise<{ items: TemplateHit[] }> {
  const words = await rareWords(ctx, text)
  const scores = new Map<string, { score: number; words: number }>()
  for (const word of words) {
    for (const { id, score } of await findWord(ctx, word)) {
      const before = scores.get(id) ?? { score: 0, words: 0 }
      scores.set(id, { score: before.score + score, words: before.words + 1 })
    }
  }
  const needed = Math.min(fewest, words.length)
  const fitting = [...scores]
    .filter(([, found]) => found.words >= needed)
    .toSorted(([, one], [, other]) => other.score - one.score)
  const least = (fitting[0]?.[1].score ?? 0) * leastPart
  const ids = fitting.flatMap(([id, { score }]) => (score >= least ? [id] : [])).slice(0, shown)
  return { items: await presentTemplates(ctx, ids, words) }
}

async function rareWords(ctx: Ctx, text: string): Promise<Term[]> {
  // Of one query only the first words count, of a text all do.
  const telling = text.split(/[^\p{L}\p{M}\p{N}+#]+/u).filter((word) => !functionWords.has(word.toLowerCase()))
  const terms = telling.flatMap((word) => queryTerms(word, { typing: false })).filter((term) => term.text.length >= shortest)
  const known = new Map(terms.map((term) => [term.text, term]))
  const frequencies = await readFrequencies(ctx, 'templates', [...known.values()])
  return [...known.values()].toSorted((one, other) => frequencies.share(one) - frequencies.share(other)).slice(0, asked)
}

/** The templates that have a word: the fewer there are and the weightier its places in them, the more it says of each. */
async function findWord(ctx: Ctx, word: Term): Promise<{ id: string; score: number }[]> {
  const frequencies = await readFrequencies(ctx, 'templates', [word])
  const terms = rankTerms([word], frequencies)
  const search = { source, order: 'relevance' as const, terms, filters: [], pairs: [], after: null, limit: common, closed: false }
  const { hits, order } = await findTemplates(ctx, search, frequencies)
  if (order !== 'relevance' || hits.length === common) return []
  const rarity = Math.log2(common / hits.length)
  return hits.map(({ id, value }) => ({ id, score: rarity * Math.floor(value / source.tieBreak.factor) }))
}
