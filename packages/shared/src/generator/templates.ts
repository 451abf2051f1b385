import { templateCategories, type TemplateCategory, type TemplateFamily, type TemplateVisibility } from '@prologue/contracts'
import { filterBits, filterTerms, templateFilters, wordsDigest } from '../database/words/index.ts'
import { trendingWeight } from '../retention/index.ts'
import { hyphenated, membersOf } from './people.ts'
import { strideOf, uuidAt, type Plan } from './plan.ts'
import type { Random } from './random.ts'
import { dayOf, times, type Put, type Writing } from './rows.ts'
import { topics, unspaced } from './topics.ts'
import { capital, writeWords, type Write } from './words.ts'

const day = 86_400_000
const daysOfUse = 300
const reviews = 0.15
const settings = [{}, {}, { temperature: 0.2 }, { temperature: 0.7, maxTokens: 2000 }] as const
/** The model a template is written for, with its family; most are for any. */
const models: readonly [[TemplateFamily | null, string?], ...[TemplateFamily | null, string?][]] = [
  [null],
  [null],
  ['gpt', 'gpt-5.2'],
  ['gpt', 'gpt-5-mini'],
  ['claude', 'claude-sonnet-4-5'],
  ['gemini', 'gemini-3-pro'],
  ['plain'],
]
const people = ['for beginners', 'for teams', 'step by step', 'with examples', 'in plain words', 'at work'] as const
const roles = ['assistant', 'coach', 'expert', 'helper', 'writer', 'reviewer', 'planner', 'generator', 'analyst'] as const

/** What a template is, before anything is written for it. */
type Identity = {
  category: TemplateCategory
  visibility: TemplateVisibility
  organization: number | null
  owner: number
  ratings: number
}

/** Nobody has more stars to give than there are people. */
const ratingsOf = (plan: Plan, index: number) =>
  Math.min(plan.quota('template', index, plan.counts.ratings, 2), plan.counts.people - 1)

export function identityOf(plan: Plan, index: number): Identity {
  const random = plan.randomOf('template', index, 2)
  const ratings = ratingsOf(plan, index)
  const category = templateCategories[random.skewed(templateCategories.length, 1.3)] ?? 'writing'
  const owner = random.skewed(plan.thereBefore('person', 'template', index), 2)
  // What was rated could be found.
  const dice = ratings > 0 ? random.next() * 0.7 : random.next()
  if (dice < 0.6) return { category, visibility: 'public', organization: null, owner, ratings }
  if (dice < 0.7) return { category, visibility: 'unlisted', organization: null, owner, ratings }
  if (dice < 0.95) return { category, visibility: 'private', organization: null, owner, ratings }
  const organization = random.below(plan.thereBefore('organization', 'template', index))
  const members = membersOf(plan, organization)
  const member = members[random.below(members.length)] ?? owner
  return { category, visibility: 'organization', organization, owner: member, ratings }
}

export const versionIdOf = (plan: Plan, index: number, number: number) =>
  uuidAt(plan.madeAt('template', index), plan.randomOf('template', index, 10 + number))

/**
 * Templates with their versions, ratings, labels and days of use, and the sums of these. `uses` are instants at which
 * prompts were begun with a template.
 */
export function writeTemplates(plan: Plan, write: Write, uses: ReadonlyMap<number, readonly number[]>): Writing {
  return (index, put) => {
    const identity = identityOf(plan, index)
    const random = plan.randomOf('template', index, 3)
    const id = plan.idOf('template', index)
    const made = plan.madeAt('template', index)
    const title = titleOf(random, identity.category)
    const ownerId = plan.idOf('person', identity.owner)
    const tags = tagsOf(random, identity.category)
    const [family, model] = random.pick(models)
    const filters = templateFilters({ category: identity.category, tags, family, authorId: ownerId })
    const versions = random.chance(0.7) ? 1 : 2 + random.skewed(11, 3)
    const source = index > 0 && random.chance(0.03) ? random.below(index) : null
    const used = writeUse(plan, index, uses.get(index) ?? [], put)
    const ratingSum = writeRatings(plan, write, index, identity, put)
    put('templates', {
      id,
      ...times(made, plan.later(random, made)),
      ownerId,
      organizationId: identity.organization === null ? null : plan.idOf('organization', identity.organization),
      forkedFromId: source === null ? null : plan.idOf('template', source),
      slug: `${hyphenated(title) || 'template'}-${index.toString(36)}`,
      title,
      description: descriptionOf(random, identity.category),
      category: identity.category,
      tags: JSON.stringify(tags),
      family,
      visibility: identity.visibility,
      publishedAt: identity.visibility === 'private' ? null : new Date(made),
      latestNumber: versions,
      ratingCount: identity.ratings,
      ratingSum,
      usageCount: used.count,
      trendingScore: used.trending,
      filterBits: filterBits(filterTerms(filters)),
      lastUsedAt: used.last === null ? null : new Date(used.last),
      deletedAt: random.chance(0.02) ? new Date(plan.later(random, made)) : null,
    })
    for (let number = 1; number <= versions; number += 1) {
      const parent = number > 1 ? versionIdOf(plan, index, number - 1) : null
      put('template_versions', {
        id: versionIdOf(plan, index, number),
        ...times(made + Math.floor(((plan.end - made) * (number - 1)) / (versions + 3))),
        templateId: id,
        parentVersionId: parent ?? (source === null ? null : versionIdOf(plan, source, 1)),
        authorId: ownerId,
        number,
        ...contentOf(random, write, identity.category),
        settings: JSON.stringify({ ...(model === undefined ? {} : { model }), ...random.pick(settings) }),
        message: number > 1 && random.chance(0.6) ? capital(writeWords(random, 5)) : '',
      })
    }
    if (versions < 3 || random.chance(0.5)) return
    put('template_labels', {
      id: uuidAt(made, random),
      ...times(made),
      templateId: id,
      name: 'production',
      number: versions - 1,
      movedBy: ownerId,
    })
  }
}

const wordAbout = (random: Random, category: TemplateCategory) => {
  const list = random.chance(0.75) ? topics[category] : topics[random.pick(templateCategories)]
  return list[random.skewed(list.length, 1.5)] ?? category
}

function titleOf(random: Random, category: TemplateCategory): string {
  if (random.chance(0.03)) {
    return Array.from({ length: 2 + random.below(3) }, () => unspaced[random.below(unspaced.length)]).join('')
  }
  const about = random.chance(0.6) ? `${wordAbout(random, category)} ${wordAbout(random, category)}` : wordAbout(random, category)
  const made = random.chance(0.3) ? ` ${writeWords(random, 1)}` : ''
  return capital(`${about}${made} ${random.pick(roles)}${random.chance(0.4) ? ` ${random.pick(people)}` : ''}`)
}

function descriptionOf(random: Random, category: TemplateCategory): string {
  const words = Math.round(Math.min(100, random.around(18, 0.5)))
  return `${capital(writeWords(random, words))}, ${wordAbout(random, category)} and ${wordAbout(random, category)}.`
}

function tagsOf(random: Random, category: TemplateCategory): string[] {
  return [...new Set(Array.from({ length: random.below(6) }, () => wordAbout(random, category)))]
}

function contentOf(random: Random, write: Write, category: TemplateCategory) {
  const names = [...new Set(Array.from({ length: random.below(4) }, () => wordAbout(random, category)))]
  const asked = names.map((name) => `\n${capital(name)}: {{ ${name} }}`).join('')
  const text = write(random, random.around(600, 0.8))
  const variables = names.map((name) => ({ name, type: 'text', required: true, source: 'author', sensitive: false }))
  const content = `You are a ${wordAbout(random, category)} ${random.pick(roles)}. ${text}${asked}`
  return {
    content,
    wordsDigest: wordsDigest(content),
    variables: JSON.stringify(variables),
  }
}

type Used = { count: number; last: number | null; trending: number }

/** What a use of a day adds to the trending score. */
function worth(plan: Plan, on: string): number {
  return trendingWeight((Date.parse(dayOf(plan.end)) - Date.parse(on)) / day)
}

/** Days on which the template was used, the ones of `prompts` among them. */
function writeUse(plan: Plan, index: number, prompts: readonly number[], put: Put): Used {
  const random = plan.randomOf('template', index, 4)
  const made = plan.madeAt('template', index)
  const days = new Map<string, number>()
  const instants = [...prompts]
  const others = Math.min(daysOfUse, plan.quota('template', index, plan.counts.templates, 1.8))
  // The last day is open still.
  for (let each = 0; each < others && made < plan.end - day; each += 1)
    instants.push(made + Math.floor((plan.end - made) * random.next()))
  for (const at of instants) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + 1)
  for (const [on, uses] of days) put('template_usage_daily', { templateId: plan.idOf('template', index), day: on, uses })
  const trending = [...days].reduce((sum, [on, uses]) => sum + uses * worth(plan, on), 0)
  return { trending, count: instants.length, last: instants.length > 0 ? Math.max(...instants) : null }
}

/** Answers their sum. */
function writeRatings(plan: Plan, write: Write, index: number, { ratings, owner }: Identity, put: Put): number {
  const random = plan.randomOf('template', index, 5)
  // Everybody but the owner, each once.
  const others = plan.counts.people - 1
  const stride = strideOf(others)
  const first = random.below(others)
  const quality = 1 + 4 * random.next() ** 0.5
  let sum = 0
  for (let each = 0; each < ratings; each += 1) {
    const other = (first + each * stride) % others
    const person = other >= owner ? other + 1 : other
    const rating = Math.min(5, Math.max(1, Math.round(quality + 2 * random.next() - 1)))
    const made = plan.later(random, Math.max(plan.madeAt('template', index), plan.madeAt('person', person)))
    sum += rating
    put('template_ratings', {
      id: uuidAt(made, random),
      ...times(made),
      templateId: plan.idOf('template', index),
      userId: plan.idOf('person', person),
      rating,
      review: random.chance(reviews) ? write(random, random.around(120, 0.6)) : null,
    })
  }
  return sum
}
