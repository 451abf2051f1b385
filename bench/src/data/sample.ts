import type { Database } from '@prologue/shared'

/** What is asked for: in each list each call takes the next. */
export type Sample = {
  /** People of all sorts, from the busiest to those with one conversation. */
  people: string[]
  busiest: string
  /** The conversation with the most exchanges, and whose it is. */
  longest: { id: string; ownerId: string }
  /** Three words that stand together in some template. */
  searches: string[]
  entities: string[]
  actors: string[]
  until: Date
}

const size = 50

export async function takeSample({ knex }: Database): Promise<Sample> {
  const owners = await knex('conversations')
    .where('status', 'active')
    .groupBy('ownerId')
    .orderByRaw('count(*) desc')
    .select<{ ownerId: string }[]>('ownerId')
  const step = Math.max(1, Math.floor(owners.length / size))
  const people = owners.filter((_, index) => index % step === 0).map(({ ownerId }) => ownerId)
  const longest = await knex('conversations')
    .where('status', 'active')
    .whereNull('deletedAt')
    .orderBy('promptCount', 'desc')
    .first<{ id: string; ownerId: string }>('id', 'ownerId')
  const templates = await knex('templates')
    .where('visibility', 'public')
    .whereNull('deletedAt')
    .whereNotNull('ownerId')
    .orderBy('ratingScore', 'desc')
    .limit(20 * size)
    .select<{ id: string; ownerId: string; title: string; description: string }[]>('id', 'ownerId', 'title', 'description')
  const some = templates.filter((_, index) => index % 20 === 0)
  const last = await knex('audit_logs').max<{ at: Date | number }[]>({ at: 'createdAt' })
  return {
    people,
    busiest: people[0] ?? '',
    longest,
    searches: some.map(({ title, description }) => threeWords(title, description)),
    entities: some.map(({ id }) => id),
    actors: some.map(({ ownerId }) => ownerId),
    until: new Date(last[0]?.at ?? 0),
  }
}

/** The first of the title, one from the middle of the description and its last. */
function threeWords(title: string, description: string): string {
  const [first = ''] = title.split(' ')
  const words = description.replace(/[,.]/g, '').split(' ')
  return [first, words[Math.floor(words.length / 2)], words.at(-1)].join(' ')
}
