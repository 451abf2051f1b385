import { templateSorts } from '@prologue/contracts'
import type { Caller } from './callers.ts'
import type { Sample } from './sample.ts'

/** One way of reading. `cursor` is what `deep` found, where it is there. */
export type Read = {
  name: string
  kind: 'search' | 'keyset'
  /** Milliseconds that 95 of 100 calls may take on MySQL at this scale. */
  target(scale: number): number
  as(sample: Sample, turn: number): { userId: string; role: 'admin' | 'user' }
  call(
    caller: Caller,
    sample: Sample,
    turn: number,
    cursor: string | undefined,
  ): Promise<{ nextCursor: string | null; items: unknown[] }>
  /** At which page it is read; the first where left out. */
  page?: number
}

const page = 200
const week = 7 * 86_400_000
const at = (list: readonly string[], turn: number) => list[turn % list.length] ?? ''
const anybody = ({ people }: Sample, turn: number) => ({ userId: at(people, turn), role: 'user' as const })
const admin = ({ busiest }: Sample) => ({ userId: busiest, role: 'admin' as const })

const search = (sort: 'best-rated' | 'relevance', name: string): Read => ({
  name: `search, three words, ${name}`,
  kind: 'search',
  target: (scale) => (scale > 0.1 ? 150 : 60),
  as: anybody,
  call: ({ search }, { searches }, turn) => search.query({ kind: 'templates', text: at(searches, turn), sort }),
})

const keyset = (name: string, as: Read['as'], call: Read['call'], depth?: number): Read => ({
  name: depth === undefined ? name : `${name}, page ${depth}`,
  kind: 'keyset',
  target: () => 20,
  as,
  call,
  ...(depth === undefined ? {} : { page: depth }),
})

const browse = templateSorts.flatMap((sort) => {
  const call: Read['call'] = ({ library }, _sample, _turn, cursor) => library.browse({ sort, cursor })
  return [keyset(`browse, ${sort}`, anybody, call), keyset(`browse, ${sort}`, anybody, call, page)]
})

const inLongest = ({ longest }: Sample) => ({ userId: longest.ownerId, role: 'user' as const })
const history: Read['call'] = ({ prompts }, { longest }, _turn, cursor) => prompts.list({ conversationId: longest.id, cursor })
const dashboard: Read['call'] = ({ conversations }, _sample, _turn, cursor) => conversations.list({ cursor })
const latest: Read['call'] = ({ activity }, _sample, _turn, cursor) => activity.list({ cursor })

export const reads: Read[] = [
  search('best-rated', 'best rated'),
  search('relevance', 'by relevance'),
  ...browse,
  keyset('history of a conversation', inLongest, history),
  keyset('history of a conversation', inLongest, history, 3),
  keyset('dashboard', anybody, dashboard),
  keyset('dashboard of the busiest', admin, dashboard),
  keyset('audit, latest', admin, latest),
  keyset('audit, latest', admin, latest, page),
  keyset('audit, by entity', admin, ({ activity }, { entities }, turn) =>
    activity.list({ entityType: 'templates', entityId: at(entities, turn) }),
  ),
  keyset('audit, by actor', admin, ({ activity }, { actors }, turn) => activity.list({ actorId: at(actors, turn) })),
  keyset('audit, by action and time', admin, ({ activity }, { until }) =>
    activity.list({ action: 'update', from: new Date(until.getTime() - 2 * week), to: new Date(until.getTime() - week) }),
  ),
]
