import { expect, it, vi } from 'vitest'
import type { Ctx } from '../context.ts'
import { applyPrompt, draftAccess, undoApply } from '../drafts/index.ts'
import { failInterrupted, lifeless, sendPrompt, stopPrompt } from '../generation/index.ts'
import { Prompt } from '../models/index.ts'
import { peopleWithAccess } from '../participants/index.ts'
import { deletePrompt, listPrompts, restorePrompt } from '../prompts/index.ts'
import { acceptShare, createShare, listShares, lookAtShare, revokeShare } from '../shares/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildPrompt,
  buildUser,
  ctxOf,
  onEachDatabase,
  type World,
} from '../testing/index.ts'
import {
  deleteConversation,
  duplicateConversation,
  getConversation,
  listConversations,
  markConversationRead,
  pinConversation,
  renameConversation,
  restoreConversation,
  setConversationStatus,
} from './index.ts'

async function buildRoom(world: World) {
  const { id, draftId, owner } = await buildConversation(world)
  const editor = await buildParticipant(world, id, 'editor')
  const prompt = await buildPrompt(world, { conversationId: id, author: editor })
  const { share, url } = await createShare(ctxOf(world, owner), { conversationId: id, role: 'viewer', expiresInDays: null })
  return { id, draftId, owner, editor, prompt, share, token: url.split('/s/')[1] ?? '' }
}

onEachDatabase('a deleted conversation', (world) => {
  const draftsOf = (room: { draftId: string }, ctx: Ctx) => draftAccess(world().database, ctx.actor, room.draftId)

  it('does not exist for anybody, its owner too, whichever way they come', async () => {
    const room = await buildRoom(world())
    const { id, prompt, token } = room
    const people = [ctxOf(world(), room.owner), ctxOf(world(), room.editor)]
    await deleteConversation(ctxOf(world(), room.owner), { id })
    for (const ctx of people) {
      const ways = {
        get: () => getConversation(ctx, { id }),
        rename: () => renameConversation(ctx, { id, title: 'No' }),
        pause: () => setConversationStatus(ctx, { id, status: 'paused' }),
        read: () => markConversationRead(ctx, { id }),
        pin: () => pinConversation(ctx, { id, pinned: true }),
        duplicate: () => duplicateConversation(ctx, { id }),
        delete: () => deleteConversation(ctx, { id }),
        draft: () => draftsOf(room, ctx),
        list: () => listPrompts(ctx, { conversationId: id }),
        send: () => sendPrompt(ctx, { conversationId: id, input: 'A support assistant.' }),
        stop: () => stopPrompt(ctx, { id: prompt.id }),
        apply: () => applyPrompt(ctx, { promptId: prompt.id }),
        undo: () => undoApply(ctx, { promptId: prompt.id, checkpointId: id }),
        deletePrompt: () => deletePrompt(ctx, { id: prompt.id }),
        restorePrompt: () => restorePrompt(ctx, { id: prompt.id }),
        share: () => createShare(ctx, { conversationId: id, role: 'viewer', expiresInDays: null }),
        shares: () => listShares(ctx, { conversationId: id }),
        revoke: () => revokeShare(ctx, { id: room.share.id }),
        look: () => lookAtShare(ctx, { token }),
        accept: () => acceptShare(ctx, { token }),
      }
      for (const [way, trying] of Object.entries(ways)) await expect(trying(), way).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect((await listConversations(ctx, { status: 'active' })).items).toEqual([])
    }
    expect(await peopleWithAccess(world().database.knex, id)).toEqual(new Set())
  })

  it('closes what is open, and stops the answer that is being written, which is kept', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const sent = await sendPrompt(ctx, { conversationId: id, input: 'A support assistant for a bicycle shop.' })
    await deleteConversation(ctx, { id })
    expect(world().sent).toContainEqual({ event: 'access:conversation', id })
    await vi.waitFor(async () => {
      const prompt = await Prompt.query(world().database.knex).context({ withDeleted: true }).findById(sent.id)
      expect(prompt).toMatchObject({ status: 'cancelled', statusReason: 'The conversation was deleted.' })
    })
    await restoreConversation(ctx, { id })
    expect((await listPrompts(ctx, { conversationId: id })).items).toMatchObject([{ id: sent.id, status: 'cancelled' }])
  })

  it('does not keep an answer waiting that a killed process left behind', async () => {
    const room = await buildRoom(world())
    const pending = await buildPrompt(world(), { conversationId: room.id, author: room.owner, status: 'pending' })
    await deleteConversation(ctxOf(world(), room.owner), { id: room.id })
    await failInterrupted({ ...ctxOf(world()), now: () => new Date(Date.now() + lifeless + 1_000) })
    await restoreConversation(ctxOf(world(), room.owner), { id: room.id })
    expect(await Prompt.query(world().database.knex).findById(pending.id)).toMatchObject({ status: 'failed' })
  })

  it('comes back as it was, with everybody and everything in it', async () => {
    const room = await buildRoom(world())
    const { id, token } = room
    const [owner, editor] = [ctxOf(world(), room.owner), ctxOf(world(), room.editor)]
    const before = await getConversation(owner, { id })
    const gone = await buildPrompt(world(), { conversationId: id, author: room.owner })
    await deletePrompt(owner, { id: gone.id })
    await deleteConversation(owner, { id })
    await restoreConversation(owner, { id })

    expect(await getConversation(owner, { id })).toMatchObject({ ...before, lastActivityAt: expect.any(Date) })
    expect((await listConversations(editor, { status: 'active' })).items.map((item) => item.id)).toEqual([id])
    // What was deleted on its own stays deleted.
    expect((await listPrompts(editor, { conversationId: id })).items.map((item) => item.id)).toEqual([room.prompt.id])
    expect(await draftsOf(room, editor)).toMatchObject({ role: 'editor', canWrite: true })
    expect(await lookAtShare(ctxOf(world()), { token })).toMatchObject({ role: 'viewer' })
    expect(await acceptShare(ctxOf(world(), await buildUser(world())), { token })).toEqual({ conversationId: id })
    expect(await peopleWithAccess(world().database.knex, id)).toHaveProperty('size', 3)
    const actions = await world().database.knex('audit_logs').where({ entityId: id }).orderBy('sequence').pluck('action')
    expect(actions.slice(-2)).toEqual(['delete', 'restore'])
  })

  it('is deleted and brought back by its owner only', async () => {
    const room = await buildRoom(world())
    const { id } = room
    const editor = ctxOf(world(), room.editor)
    const stranger = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await expect(deleteConversation(editor, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(deleteConversation(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await deleteConversation(ctxOf(world(), room.owner), { id })
    for (const ctx of [editor, stranger]) {
      await expect(restoreConversation(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await expect(restoreConversation(ctxOf(world()), { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await restoreConversation(ctxOf(world(), room.owner), { id })
    // Twice is no other than once.
    await restoreConversation(ctxOf(world(), room.owner), { id })
    expect((await getConversation(editor, { id })).abilities).not.toContain('conversation:delete')
  })
})
