import { personColours } from '@prologue/contracts'
import { addUse, type ModelUse } from './modelUse.ts'
import { uuidAt, type Plan } from './plan.ts'
import type { Random } from './random.ts'
import { times, type Put, type Writing } from './rows.ts'
import { identityOf, versionIdOf } from './templates.ts'
import { capital, writeWords, type Write } from './words.ts'

const minute = 60_000
const day = 86_400_000

/** What is asked of, with its price of a million tokens in and out, in micro-USD a token; the composer has none. */
const models = [
  { provider: 'composer', model: 'composer-1', priced: true, priceIn: 0, priceOut: 0 },
  { provider: 'openai', model: 'gpt-5-mini', priced: true, priceIn: 0.25, priceOut: 2 },
  { provider: 'openai', model: 'gpt-5', priced: true, priceIn: 1.25, priceOut: 10 },
  { provider: 'anthropic', model: 'claude-sonnet-4-5', priced: true, priceIn: 3, priceOut: 15 },
  { provider: 'google', model: 'gemini-2.5-flash', priced: true, priceIn: 0.3, priceOut: 2.5 },
  { provider: 'local', model: 'llama-3.3-70b', priced: false, priceIn: 0, priceOut: 0 },
] as const
const families = ['{}', '{}', '{"family":"claude"}', '{"family":"gpt"}'] as const

type Sums = {
  promptCount: number
  tokensIn: number
  tokensOut: number
  costMicroUsd: number
  costUnknown: number
  lastActivityAt: number
}

/** What others learn of the conversations while they are written. */
export type Findings = { uses: Map<number, number[]>; models: Map<string, ModelUse> }

/** The first prompt comes a moment after the conversation was begun. */
const firstPromptAt = (plan: Plan, index: number) => plan.madeAt('conversation', index) + 20_000

export const promptIdOf = (plan: Plan, index: number) =>
  uuidAt(firstPromptAt(plan, index), plan.randomOf('conversation', index, 4))

export const conversationOwner = (plan: Plan, index: number) =>
  plan.randomOf('conversation', index, 2).skewed(plan.thereBefore('person', 'conversation', index), 1.5)

/** Conversations with their drafts, participants and prompts, and the sums of these. */
export function writeConversations(plan: Plan, write: Write, findings: Findings): Writing {
  return (index, put) => {
    const random = plan.randomOf('conversation', index, 3)
    const id = plan.idOf('conversation', index)
    const made = plan.madeAt('conversation', index)
    const owner = conversationOwner(plan, index)
    const people = participantsOf(plan, index, owner)
    const writers = people.filter(({ role }) => role === 'owner' || role === 'editor').map(({ person }) => person)
    const { lastActivityAt, ...sums } = writePrompts(plan, write, index, writers, findings, put)
    for (const [at, { person, role, joined, rowId }] of people.entries()) {
      put('conversation_participants', {
        id: rowId,
        ...times(joined),
        conversationId: id,
        userId: plan.idOf('person', person),
        invitedBy: person === owner ? null : plan.idOf('person', owner),
        role,
        colour: at % personColours.length,
        lastActivityAt: new Date(lastActivityAt),
      })
    }
    const idle = plan.end - lastActivityAt > 180 * day
    const status =
      idle && random.chance(0.5) ? 'archived' : random.chance(0.08) ? 'completed' : random.chance(0.03) ? 'paused' : 'active'
    put('conversations', {
      id,
      ...times(made, lastActivityAt),
      ownerId: plan.idOf('person', owner),
      title: random.chance(0.1) ? 'Untitled' : capital(writeWords(random, 2 + random.below(6))),
      status,
      context: '{}',
      lastActivityAt: new Date(lastActivityAt),
      ...sums,
      deletedAt: random.chance(0.02) ? new Date(plan.later(random, lastActivityAt)) : null,
    })
    const draftId = uuidAt(made, random)
    put('drafts', {
      id: draftId,
      ...times(made),
      conversationId: id,
      epoch: 1,
      snapshot: null,
      snapshotSequence: 0,
      content: '',
    })
    for (const section of random.chance(0.3) ? ['constraints', 'tone'] : []) {
      const known = { section, written: JSON.stringify([section]), lock: random.chance(0.2) ? 'locked' : null }
      put('draft_sections', { id: uuidAt(made, random), ...times(made), draftId, ...known })
    }
  }
}

/** The owner first. */
function participantsOf(plan: Plan, index: number, owner: number) {
  const random = plan.randomOf('conversation', index, 5)
  const made = plan.madeAt('conversation', index)
  const there = plan.thereBefore('person', 'conversation', index)
  const others = random.chance(0.6) ? 0 : 1 + random.skewed(8, 2.5)
  const people = new Set([owner, ...Array.from({ length: others }, () => random.skewed(there, 1.5))])
  return [...people].map((person) => {
    const role = person === owner ? 'owner' : random.pick(['editor', 'editor', 'commenter', 'viewer'])
    const joined = person === owner ? made : made + random.below(minute)
    return { person, role, joined, rowId: uuidAt(joined, random) }
  })
}

function writePrompts(plan: Plan, write: Write, index: number, writers: number[], findings: Findings, put: Put): Sums {
  const random = plan.randomOf('conversation', index, 6)
  const conversationId = plan.idOf('conversation', index)
  const made = plan.madeAt('conversation', index)
  const sums: Sums = { promptCount: 0, tokensIn: 0, tokensOut: 0, costMicroUsd: 0, costUnknown: 0, lastActivityAt: made }
  const count = plan.quota('conversation', index, plan.counts.prompts, 1.6)
  const template = random.chance(0.15) ? publicTemplate(plan, index, random) : null
  const favourite = random.skewed(models.length, 1.5)
  let at = firstPromptAt(plan, index)
  let parentPromptId: string | null = null
  for (let place = 0; place < count; place += 1) {
    const id = place === 0 ? promptIdOf(plan, index) : uuidAt(at, random)
    const model = models[random.chance(0.8) ? favourite : random.below(models.length)] ?? models[0]
    const exchange = exchangeOf(random, write, model)
    const author = writers[random.skewed(writers.length, 3)] ?? writers[0] ?? 0
    const begins = place === 0 && template !== null
    put('prompts', {
      id,
      ...times(at, at + (exchange.responseTimeMs ?? 0)),
      conversationId,
      authorId: plan.idOf('person', author),
      templateVersionId: begins ? versionIdOf(plan, template, 1) : null,
      parentPromptId,
      messageId: null,
      chosen: 1,
      ...exchange,
      deletedAt: null,
    })
    if (exchange.act !== 'generate' && exchange.status === 'completed') {
      const text = write(random, random.around(120, 0.6))
      const edit = {
        position: 0,
        section: 'constraints',
        op: 'replace',
        text,
        state: random.pick(['open', 'applied', 'dismissed']),
      }
      put('prompt_edits', { id: uuidAt(at, random), ...times(at), promptId: id, ...edit, decidedBy: null, decidedAt: null })
    }
    if (begins) findings.uses.set(template, [...(findings.uses.get(template) ?? []), at])
    addUse(findings.models, at, exchange)
    sums.promptCount += 1
    sums.tokensIn += exchange.tokensIn ?? 0
    sums.tokensOut += exchange.tokensOut ?? 0
    sums.costMicroUsd += exchange.costMicroUsd ?? 0
    const unpriced = exchange.provider !== 'composer' && exchange.costMicroUsd === null
    if (unpriced && ((exchange.tokensIn ?? 0) > 0 || (exchange.tokensOut ?? 0) > 0)) sums.costUnknown += 1
    sums.lastActivityAt = at
    parentPromptId = id
    at = Math.min(plan.end, at + pause(random))
  }
  return sums
}

/** Some minutes, or some days, in milliseconds. */
const pause = (random: Random) => Math.ceil(random.chance(0.1) ? random.around(day, 1) : random.around(3 * minute, 0.8))

function publicTemplate(plan: Plan, index: number, random: Random): number | null {
  const template = random.skewed(plan.thereBefore('template', 'conversation', index), 2)
  return identityOf(plan, template).visibility === 'public' ? template : null
}

function exchangeOf(random: Random, write: Write, { provider, model, priced, priceIn, priceOut }: (typeof models)[number]) {
  const dice = random.next()
  const status = dice < 0.94 ? 'completed' : dice < 0.97 ? 'failed' : 'cancelled'
  const userInput = write(random, random.chance(0.02) ? random.around(5000, 0.6) : random.around(120, 0.8))
  const systemPrompt = random.chance(0.4) ? '' : write(random, random.around(400, 0.6))
  const response = status === 'failed' ? '' : write(random, random.around(320, 0.8))
  const known = status === 'completed'
  const tokensIn = known ? Math.ceil((userInput.length + systemPrompt.length) / 4) : null
  const tokensOut = known ? Math.ceil(response.length / 4) : null
  const priceKnown = priced && tokensIn !== null && tokensOut !== null
  const responseTimeMs = Math.round(random.around(4000, 0.7))
  return {
    act: provider === 'composer' ? 'generate' : random.pick(['generate', 'generate', 'improve', 'shorten', 'fix']),
    userInput,
    systemPrompt,
    response,
    provider,
    model,
    parameters: random.pick(families),
    status,
    statusReason: status === 'failed' ? 'The model did not answer in time.' : status === 'cancelled' ? 'It was stopped.' : null,
    responseTimeMs,
    firstTokenMs: status === 'failed' ? null : Math.round(responseTimeMs * 0.2),
    tokensIn,
    tokensCached: tokensIn !== null && random.chance(0.3) ? Math.floor(tokensIn / 2) : null,
    tokensOut,
    costMicroUsd: priceKnown ? Math.round(tokensIn * priceIn + tokensOut * priceOut) : null,
    rating: known && random.chance(0.08) ? 1 + random.below(5) : null,
    metadata: '{}',
  }
}
