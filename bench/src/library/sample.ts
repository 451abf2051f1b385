import type { Database } from '@prologue/shared'

/** How common a word is: the part of all templates that has it, from and to. */
const shares = { rare: [0, 0.000_5], middle: [0.005, 0.05], common: [0.2, 1] } as const
export type Commonness = keyof typeof shares

type Text = { words: string[]; tags: string[]; category: string; ownerId: string | null }

/** What is asked for: in each list each call takes the next. */
export type Sample = {
  words: Record<Commonness, string[]>
  /** A rare word, one of the middle and a common one that stand together in some template. */
  mixed: string[]
  /** Two words of the middle that do. */
  twoOfTheMiddle: string[]
  /** The beginning of a word after another word. */
  beginnings: string[]
  /** As often as templates have them. */
  tags: string[]
  /** Each as likely as any other: most are rare. */
  anyTags: string[]
  categories: string[]
  authors: string[]
  /** Those with most templates first. */
  people: string[]
}

const read = 20_000
const size = 40

export async function takeSample({ knex }: Database): Promise<Sample> {
  const texts = await readTexts(knex)
  const counts = new Map<string, number>()
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const isOf = (word: string | undefined, commonness: Commonness): word is string => {
    const share = (counts.get(word ?? '') ?? 0) / texts.length
    const [from, to] = shares[commonness]
    // Where few are read, what stands in one of them only is as rare as can be told.
    return word !== undefined && (share >= from || from === 0) && (share <= to || (from === 0 && counts.get(word) === 1))
  }
  const those = (commonness: Commonness) => some([...counts.keys()].filter((word) => isOf(word, commonness)).toSorted())
  const together = (...kinds: Commonness[]) => some(texts.flatMap(({ words }) => pickOf(words, kinds, isOf)))
  const owners = await knex('templates')
    .whereNotNull('ownerId')
    .groupBy('ownerId')
    .orderByRaw('count(*) desc')
    .select<{ ownerId: string }[]>('ownerId')
  return {
    words: { rare: those('rare'), middle: those('middle'), common: those('common') },
    mixed: together('rare', 'middle', 'common'),
    twoOfTheMiddle: together('middle', 'middle'),
    beginnings: together('middle', 'rare').map((text) => text.slice(0, text.indexOf(' ') + 4)),
    tags: some(texts.flatMap(({ tags }) => tags)),
    anyTags: some([...new Set(texts.flatMap(({ tags }) => tags))].toSorted()),
    categories: [...new Set(texts.map(({ category }) => category))],
    authors: some(texts.flatMap(({ ownerId }) => ownerId ?? [])),
    people: some(owners.map(({ ownerId }) => ownerId)),
  }
}

async function readTexts(knex: Database['knex']): Promise<Text[]> {
  const rows = await knex('templates')
    .where({ visibility: 'public', deletedAt: null })
    .orderBy('createdAt', 'desc')
    .limit(read)
    .select('title', 'description', 'tags', 'category', 'ownerId')
  return rows.map(({ title, description, tags, category, ownerId }) => ({
    words: [...new Set(`${title} ${description}`.toLowerCase().match(/[a-z]{2,}/g))],
    tags: typeof tags === 'string' ? JSON.parse(tags) : tags,
    category,
    ownerId,
  }))
}

/** One of each kind out of the words of a text, no word twice; nothing where one is missing. */
function pickOf(
  words: readonly string[],
  kinds: readonly Commonness[],
  isOf: (word: string, kind: Commonness) => boolean,
): string[] {
  const picked: string[] = []
  for (const kind of kinds) picked.push(...words.filter((word) => isOf(word, kind) && !picked.includes(word)).slice(0, 1))
  return picked.length === kinds.length ? [picked.join(' ')] : []
}

/** Some of a list, from its beginning to its end. */
function some(list: readonly string[]): string[] {
  const step = Math.max(1, list.length / size)
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, size)
}
