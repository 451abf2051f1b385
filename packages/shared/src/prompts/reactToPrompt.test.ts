import { emojiSchema, limits } from '@prologue/contracts'
import { describe, expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { addParticipant } from '../conversations/index.ts'
import { buildConversation, buildParticipant, buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { deletePrompt, getPrompt, reactToPrompt } from './index.ts'

/** Twenty-five different ones. */
const emoji = Array.from({ length: 25 }, (_, at) => String.fromCodePoint(0x1f600 + at))

onEachDatabase('a reaction', (world) => {
  async function buildExchange() {
    const { id: conversationId, owner } = await buildConversation(world())
    const { id } = await buildPrompt(world(), { conversationId, author: owner })
    return { conversationId, id, owner }
  }

  it('is counted once a person, shown with names, and taken away again; the room is told of each', async () => {
    const { conversationId, id, owner } = await buildExchange()
    const commenter = await buildParticipant(world(), conversationId, 'commenter')
    const [ada, other] = [ctxOf(world(), owner), ctxOf(world(), commenter)]
    await reactToPrompt(other, { id, emoji: '👍', on: true })
    await reactToPrompt(other, { id, emoji: '👍', on: true })
    const shown = await reactToPrompt(ada, { id, emoji: '👍', on: true })
    expect(shown.reactions).toEqual([{ emoji: '👍', count: 2, names: ['A commenter', 'Ada'], mine: true }])
    await reactToPrompt(ada, { id, emoji: '👍🏽', on: true })
    await reactToPrompt(ada, { id, emoji: '👍', on: false })
    const { reactions } = await reactToPrompt(ada, { id, emoji: '👍', on: false })
    expect(reactions).toEqual([
      { emoji: '👍', count: 1, names: ['A commenter'], mine: false },
      { emoji: '👍🏽', count: 1, names: ['Ada'], mine: true },
    ])
    expect(world().sent.filter((news) => news.event === 'prompt:changed' && news.id === id)).toHaveLength(4)
    const audited = await world()
      .database.knex('audit_logs')
      .where({ entityType: 'prompt_reactions', actorId: owner.id })
      .orderBy('sequence')
      .pluck('action')
    expect(audited).toEqual(['create', 'create', 'delete'])
  })

  it('pressed by many at once, and twice by each, is there once for each', async () => {
    const { conversationId, id, owner } = await buildExchange()
    const people = [owner]
    for (let at = 0; at < 11; at += 1) people.push(await buildParticipant(world(), conversationId, 'commenter'))
    const twice = [...people, ...people].map((person) => reactToPrompt(ctxOf(world(), person), { id, emoji: '🎉', on: true }))
    await Promise.all(twice)
    const { reactions } = await getPrompt(ctxOf(world(), owner), { id })
    expect(reactions).toMatchObject([{ emoji: '🎉', count: 12, mine: true }])
    expect(reactions[0]?.names).toHaveLength(limits.reactionNames)
    expect(await world().database.knex('prompt_reactions').where({ promptId: id })).toHaveLength(12)
  })

  it(`is at most one of ${limits.reactionKinds} kinds, whoever comes at once`, async () => {
    const { conversationId, id, owner } = await buildExchange()
    const other = await buildParticipant(world(), conversationId, 'editor')
    const tries = emoji.map((one, at) => reactToPrompt(ctxOf(world(), at % 2 ? owner : other), { id, emoji: one, on: true }))
    const outcomes = await Promise.allSettled(tries)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toHaveLength(emoji.length - limits.reactionKinds)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'CONFLICT' })
    const { reactions } = await getPrompt(ctxOf(world(), owner), { id })
    expect(reactions).toHaveLength(limits.reactionKinds)
    const there = reactions.find(({ mine }) => !mine)?.emoji ?? ''
    const joined = await reactToPrompt(ctxOf(world(), owner), { id, emoji: there, on: true })
    expect(joined.reactions.find((reaction) => reaction.emoji === there)).toMatchObject({ count: 2, mine: true })
  })

  it('is refused to viewers, in a paused conversation, and of a deleted message', async () => {
    const { conversationId, id, owner } = await buildExchange()
    const viewer = await buildParticipant(world(), conversationId, 'viewer')
    const react = (person: typeof owner) => reactToPrompt(ctxOf(world(), person), { id, emoji: '👍', on: true })
    await expect(react(viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(react(await buildUser(world()))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await world().database.knex('conversations').where({ id: conversationId }).update({ status: 'paused' })
    await expect(react(owner)).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('paused') })
    await world().database.knex('conversations').where({ id: conversationId }).update({ status: 'active' })
    await deletePrompt(ctxOf(world(), owner), { id })
    await expect(react(owner)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of a guest is named as a guest’s: they can take anybody’s name', async () => {
    const { conversationId, id } = await buildExchange()
    const guest = await buildUser(world(), { name: 'A visitor', role: 'guest' })
    await withTransaction(ctxOf(world()), (tx) => addParticipant(tx, { conversationId, userId: guest.id, role: 'commenter' }))
    const { reactions } = await reactToPrompt(ctxOf(world(), guest), { id, emoji: '🚲', on: true })
    expect(reactions).toEqual([{ emoji: '🚲', count: 1, names: ['A visitor (guest)'], mine: true }])
  })
})

describe('an emoji', () => {
  it.each(['👍', '❤️', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '1️⃣', '👍🏿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('is one: %s', (text) => {
    expect(emojiSchema.safeParse(text).success).toBe(true)
  })

  it.each(['', ' ', 'a', '1', '👍👍', '👍 ', '❤', '<b>', '🇩', '\u200d', '👍\ufe0e', '👍'.repeat(40)])('is none: %j', (text) => {
    expect(emojiSchema.safeParse(text).success).toBe(false)
  })
})
