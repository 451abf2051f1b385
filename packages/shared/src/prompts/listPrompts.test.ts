import { randomUUID } from 'node:crypto'
import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import type { User } from '../models/index.ts'
import { buildConversation, buildParticipant, buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { deletePrompt, listPrompts, restorePrompt } from './index.ts'

/** A cursor as somebody may make it up. */
const written = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url')

type Input = Parameters<typeof listPrompts>[1]

/** From a page on, all that its cursors lead to one way, in the order it happened. */
async function readOn(ctx: Ctx, input: Input, way: 'older' | 'newer'): Promise<string[]> {
  const { items, nextCursor, previousCursor } = await listPrompts(ctx, input)
  const ids = items.map(({ id }) => id)
  const cursor = way === 'older' ? nextCursor : previousCursor
  if (cursor === null) return ids
  expect(items.length).toBeGreaterThan(0)
  const rest = await readOn(ctx, { conversationId: input.conversationId, cursor }, way)
  return way === 'older' ? [...rest, ...ids] : [...ids, ...rest]
}

onEachDatabase('a long conversation', (world) => {
  /** So many exchanges, of which as many as `ties` says were begun in the same millisecond. Answers their ids in order. */
  async function fill(conversationId: string, author: User, count: number, ties = 1): Promise<string[]> {
    const began = Date.UTC(2026, 0, 1)
    const rows = Array.from({ length: count }, (_, index) => {
      const at = new Date(began + Math.floor(index / ties) * 1000)
      const text = { userInput: `Message ${index}`, systemPrompt: '', response: 'An answer', parameters: '{}', metadata: '{}' }
      const made = { id: ties === 1 ? uuidv7({ msecs: at.getTime() }) : randomUUID(), createdAt: at, updatedAt: at }
      return {
        ...made,
        ...text,
        conversationId,
        authorId: author.id,
        provider: 'composer',
        model: 'composer-1',
        status: 'completed',
      }
    })
    for (let at = 0; at < rows.length; at += 500)
      await world()
        .database.knex('prompts')
        .insert(rows.slice(at, at + 500))
    return rows
      .toSorted((one, other) => Number(one.createdAt) - Number(other.createdAt) || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id)
  }

  it('of 10,000 messages is read by pages to its beginning, and from its beginning to the newest', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const ids = await fill(conversationId, owner, 10_000)
    const newest = await listPrompts(ctx, { conversationId })
    expect(newest.items.map(({ id }) => id)).toEqual(ids.slice(-limits.page))
    expect(newest.previousCursor).toBeNull()
    expect(await readOn(ctx, { conversationId }, 'older')).toEqual(ids)
    const first = await listPrompts(ctx, { conversationId, around: ids[0] })
    expect(first.nextCursor).toBeNull()
    expect(await readOn(ctx, { conversationId, around: ids[0] }, 'newer')).toEqual(ids)
  }, 120_000)

  it('is read around a message both ways, also where many were sent in the same millisecond', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const ids = await fill(conversationId, owner, 230, 40)
    for (const at of [0, 10, 77, 120, 229]) {
      const around = ids[at] ?? ''
      const older = await readOn(ctx, { conversationId, around }, 'older')
      const newer = await readOn(ctx, { conversationId, around }, 'newer')
      const page = await listPrompts(ctx, { conversationId, around })
      expect(page.items.map(({ id }) => id)).toEqual(ids.slice(Math.max(0, at - 25), at + 26))
      expect(older).toEqual(ids.slice(0, at + 26))
      expect(newer).toEqual(ids.slice(Math.max(0, at - 25)))
    }
  })

  it('doubles and loses nothing while messages come, go and come back between two pages', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const ids = await fill(conversationId, owner, 160)
    const newest = await listPrompts(ctx, { conversationId })
    const sent = await buildPrompt(world(), { conversationId, author: owner })
    // The very message the cursor stands at, one of the page to come, and one that was read already.
    const gone = [ids[110] ?? '', ids[80] ?? '', ids[150] ?? '']
    for (const id of gone) await deletePrompt(ctx, { id })
    const older = await readOn(ctx, { conversationId, cursor: newest.nextCursor ?? '' }, 'older')
    expect(older).toEqual(ids.slice(0, 110).filter((id) => !gone.includes(id)))

    const around = await listPrompts(ctx, { conversationId, around: ids[30] })
    for (const id of gone) await restorePrompt(ctx, { id })
    const newer = await readOn(ctx, { conversationId, cursor: around.previousCursor ?? '' }, 'newer')
    expect(newer).toEqual([...ids.slice(56), sent.id])
    await deletePrompt(ctx, { id: sent.id })
    const end = await listPrompts(ctx, { conversationId, around: ids[159] })
    expect(end.previousCursor).toBeNull()
    expect(end.items.at(-1)?.id).toBe(ids[159])
  })

  it('says so where the message to look around is deleted, of another conversation, or unknown', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const deleted = await buildPrompt(world(), { conversationId, author: owner })
    await deletePrompt(ctx, { id: deleted.id })
    const elsewhere = await buildPrompt(world(), {
      author: owner,
      conversationId: (await buildConversation(world(), { owner })).id,
    })
    for (const around of [deleted.id, elsewhere.id, randomUUID()]) {
      await expect(listPrompts(ctx, { conversationId, around })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'This message was deleted, or it was never here.',
      })
    }
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(listPrompts(stranger, { conversationId, around: deleted.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('still names who left, and who deleted their account', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    const left = await buildParticipant(world(), conversationId, 'editor')
    await buildPrompt(world(), { conversationId, author: left })
    const { knex } = world().database
    await knex('conversation_participants').where({ conversationId, userId: left.id }).delete()
    await knex('users').where({ id: left.id }).update({ deletedAt: new Date() })
    const { items } = await listPrompts(ctxOf(world(), owner), { conversationId })
    expect(items.map(({ author }) => author.name)).toEqual(['A editor'])
  })

  it('refuses a cursor it did not write', async () => {
    const { id: conversationId, owner } = await buildConversation(world())
    for (const cursor of ['', 'x', written(['sideways', 1, conversationId]), written(['older', 1, 'x'])]) {
      await expect(listPrompts(ctxOf(world(), owner), { conversationId, cursor })).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
