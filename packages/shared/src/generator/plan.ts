import { v7 as uuidv7 } from 'uuid'
import { makeRandom, type Random } from './random.ts'

/** How many rows there are of each kind at scale 1. */
const full = {
  people: 100_000,
  templates: 1_000_000,
  ratings: 1_000_000,
  conversations: 500_000,
  prompts: 2_000_000,
  audits: 5_000_000,
}

const day = 86_400_000
/** Everything happens within two years; the first people came a little earlier. */
const span = 730 * day
const earlier = 90 * day

/** More happens every year: the share of the time that has passed when a share of all rows is there. */
const growth = 0.6

/** What has an id of its own; the numbers keep their random series apart. */
const kinds = { person: 1, template: 2, conversation: 3, organization: 4, audit: 5, world: 6 }
type Kind = keyof typeof kinds

export type Settings = {
  /** 1 is a million templates. */
  scale: number
  /** The same seed, scale and end give the same rows. */
  seed: number
  /** The instant after which nothing happens. */
  until: Date
}

/** The first instant at which anything but people coming happens. */
export const begin = ({ until }: Settings) => new Date(until.getTime() - span)

/**
 * What the rows have in common. Each row is worked out from its number alone, so any row can speak of any other without
 * either being kept.
 */
export type Plan = ReturnType<typeof makePlan>

export function makePlan({ scale, seed, until }: Settings) {
  const end = until.getTime()
  const of = (count: number, least: number) => Math.max(least, Math.round(count * scale))
  const counts = {
    people: of(full.people, 20),
    organizations: of(full.people / 200, 2),
    templates: of(full.templates, 50),
    ratings: of(full.ratings, 50),
    conversations: of(full.conversations, 25),
    prompts: of(full.prompts, 100),
    audits: of(full.audits, 250),
  }
  const countOf: Record<Kind, number> = {
    person: counts.people,
    template: counts.templates,
    conversation: counts.conversations,
    organization: counts.organizations,
    audit: counts.audits,
    world: 1,
  }

  const shareOf = (kind: Kind, index: number) => (index + 0.5) / countOf[kind]
  const randomOf = (kind: Kind, index: number, part = 0): Random => makeRandom(seed, kinds[kind], index, part)

  /** When a row was made, in milliseconds: rows come in the order of their numbers, and people before what they made. */
  function madeAt(kind: Kind, index: number): number {
    const passed = shareOf(kind, index) ** growth
    if (kind !== 'person' && kind !== 'organization') return Math.floor(end - span * (1 - passed))
    return Math.floor(end - (span + earlier) * (1 - passed))
  }

  return {
    counts,
    end,
    randomOf,
    madeAt,
    idOf: (kind: Kind, index: number) => uuidAt(madeAt(kind, index), randomOf(kind, index, 1)),
    /** How many people, templates … were there when this row was made; at least one. */
    thereBefore: (other: Kind, kind: Kind, index: number) => Math.max(1, Math.floor(shareOf(kind, index) * countOf[other])),
    /** Some instant from `from` on, in milliseconds, the sooner the likelier. */
    later: (random: Random, from: number) => Math.floor(from + (end - from) * random.next() ** 3),
    /**
     * How many of `total` belong to this row of its kind. The shares fall off as the ranks of words do, shuffled, and add up
     * to the total; a larger `bend` gives more to the few.
     */
    quota(kind: Kind, index: number, total: number, bend: number): number {
      const count = countOf[kind]
      const rank = (index * strideOf(count) + kinds[kind]) % count
      const until = (ranks: number) => Math.floor(total * (ranks / count) ** (1 / bend))
      return until(rank + 1) - until(rank)
    },
  }
}

export function uuidAt(at: number, random: Random): string {
  return uuidv7({ msecs: at, random: random.bytes() })
}

/** A step that goes through all of `count` numbers before it comes back to the first. */
export function strideOf(count: number): number {
  let stride = Math.max(1, Math.floor(count * 0.618))
  while (divisor(stride, count) !== 1) stride += 1
  return stride
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}
