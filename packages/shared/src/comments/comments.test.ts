import { randomUUID } from 'node:crypto'
import { limits, mentionToken, type ParticipantRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildConversation, buildParticipant, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { addComment, deleteComment, editComment, listComments, reopenThread, resolveThread, restoreComment } from './index.ts'

const anchor = {
  start: { item: { client: 1, clock: 0 }, assoc: 0 },
  end: { item: { client: 1, clock: 8 }, assoc: -1 },
  quote: 'Be brief.',
}

async function buildRoom(world: World) {
  const { id: conversationId, draftId, owner } = await buildConversation(world)
  const person = async (role: ParticipantRole) => {
    const user = await buildParticipant(world, conversationId, role)
    return { id: user.id, ctx: ctxOf(world, user) }
  }
  const ada = { id: owner.id, ctx: ctxOf(world, owner) }
  const say = (by: { ctx: typeof ada.ctx }, body: string, said: { parentId?: string; mentions?: string[] } = {}) =>
    addComment(by.ctx, { conversationId, body, ...(said.parentId === undefined && { anchor }), ...said })
  const bodies = async () => (await listComments(ada.ctx, { conversationId })).items.map(({ body }) => body)
  const notices = (userId: string) =>
    world.database.knex('notifications').where({ userId }).orderBy(['createdAt', 'id']).pluck<string[]>('kind')
  const setStatus = (status: string) => world.database.knex('conversations').where({ id: conversationId }).update({ status })
  return { conversationId, draftId, ada, person, say, bodies, notices, setStatus }
}

onEachDatabase('comments', (world) => {
  it('stand on a piece of the draft, with answers in the order they were written, and the room is told', async () => {
    const { conversationId, ada, person, say } = await buildRoom(world())
    const grace = await person('commenter')
    const first = await say(grace, 'Shorter?')
    await say(ada, 'Yes.', { parentId: first.id })
    expect(world().sent.filter(({ event, id }) => event === 'comments:changed' && id === conversationId)).toHaveLength(2)
    const { items } = await listComments(grace.ctx, { conversationId })
    expect(items).toMatchObject([
      { body: 'Shorter?', parentId: null, anchor, resolved: null, editedAt: null, author: { id: grace.id } },
      { body: 'Yes.', parentId: first.id, anchor: null, author: { id: ada.id } },
    ])
    expect(items[0]?.abilities).toEqual(['comment:edit', 'comment:delete', 'comment:resolve'])
    expect(items[1]?.abilities).toEqual([])
    const seenByOwner = await listComments(ada.ctx, { conversationId })
    expect(seenByOwner.items.map(({ abilities }) => abilities)).toEqual([
      ['comment:delete', 'comment:resolve'],
      ['comment:edit', 'comment:delete'],
    ])
  })

  it('are written by all but viewers while the conversation is active, and read by everybody in it', async () => {
    const { conversationId, ada, person, say, setStatus } = await buildRoom(world())
    const [editor, commenter, viewer] = [await person('editor'), await person('commenter'), await person('viewer')]
    const own = await say(commenter, 'A question')
    await say(editor, 'An answer', { parentId: own.id })
    await expect(say(viewer, 'Me, too')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await listComments(viewer.ctx, { conversationId })).items).toHaveLength(2)
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(listComments(stranger, { conversationId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(editComment(stranger, { id: own.id, body: 'Mine', mentions: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const status of ['paused', 'completed', 'archived']) {
      await setStatus(status)
      await expect(say(ada, 'Late')).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining(status) })
      await expect(editComment(commenter.ctx, { id: own.id, body: 'Late', mentions: [] })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
      await expect(resolveThread(editor.ctx, { id: own.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('are changed by who wrote them alone', async () => {
    const { ada, person, say, bodies } = await buildRoom(world())
    const grace = await person('commenter')
    const { id } = await say(grace, 'Frist')
    await expect(editComment(ada.ctx, { id, body: 'Owned', mentions: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await editComment(grace.ctx, { id, body: 'Frist', mentions: [] })).editedAt).toBeNull()
    expect((await editComment(grace.ctx, { id, body: 'First', mentions: [] })).editedAt).toBeInstanceOf(Date)
    expect(await bodies()).toEqual(['First'])
    const actions = await world()
      .database.knex('audit_logs')
      .where({ entityId: id })
      .orderBy('sequence')
      .select('action', 'changes')
    expect(actions.map(({ action }) => action)).toEqual(['create', 'update'])
    expect(JSON.stringify(actions)).not.toContain('First')
  })

  it('go with the beginning of their thread and come back with it', async () => {
    const { ada, person, say, bodies } = await buildRoom(world())
    const [grace, editor] = [await person('commenter'), await person('editor')]
    const { id } = await say(grace, 'Beginning')
    const answer = await say(ada, 'Answer', { parentId: id })
    await expect(deleteComment(editor.ctx, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await deleteComment(grace.ctx, { id })
    expect(await bodies()).toEqual([])
    await expect(say(ada, 'Late', { parentId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(deleteComment(ada.ctx, { id: answer.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(restoreComment(editor.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await restoreComment(grace.ctx, { id })
    await restoreComment(grace.ctx, { id })
    expect(await bodies()).toEqual(['Beginning', 'Answer'])
    // What the owner took away its author does not bring back.
    await deleteComment(ada.ctx, { id })
    await expect(restoreComment(grace.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await restoreComment(ada.ctx, { id })
    await deleteComment(grace.ctx, { id })
    await restoreComment(ada.ctx, { id })
    await deleteComment(ada.ctx, { id: answer.id })
    expect(await bodies()).toEqual(['Beginning'])
    await restoreComment(ada.ctx, { id: answer.id })
    expect(await bodies()).toEqual(['Beginning', 'Answer'])
  })

  it('make threads that are resolved and opened again by who began them and by who may write', async () => {
    const { conversationId, ada, person, say } = await buildRoom(world())
    const [grace, alan, editor] = [await person('commenter'), await person('commenter'), await person('editor')]
    const { id } = await say(grace, 'Settled?')
    const answer = await say(ada, 'Soon', { parentId: id })
    await expect(resolveThread(alan.ctx, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(resolveThread(ada.ctx, { id: answer.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await resolveThread(editor.ctx, { id })
    await resolveThread(grace.ctx, { id })
    const [resolved] = (await listComments(alan.ctx, { conversationId })).items
    expect(resolved?.resolved).toMatchObject({ by: { id: editor.id }, at: expect.any(Date) })
    await expect(say(ada, 'More', { parentId: id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await reopenThread(grace.ctx, { id })
    expect((await listComments(alan.ctx, { conversationId })).items[0]?.resolved).toBeNull()
    await say(ada, 'More', { parentId: id })
  })

  it('tell who is mentioned and who wrote in the thread, each once and nobody of what they wrote', async () => {
    const { ada, person, say, notices } = await buildRoom(world())
    const [grace, alan, joan] = [await person('commenter'), await person('editor'), await person('viewer')]
    const mentions = [alan.id, alan.id, grace.id, joan.id]
    const first = await say(grace, `${mentionToken(alan.id)}, is this clear?`, { mentions })
    expect(first.mentions.map(({ id }) => id)).toEqual([alan.id, grace.id, joan.id])
    expect(await notices(joan.id)).toEqual(['mentioned'])
    expect(await notices(alan.id)).toEqual(['mentioned'])
    expect(await notices(grace.id)).toEqual([])
    await say(alan, 'It is.', { parentId: first.id })
    expect(await notices(grace.id)).toEqual(['replied'])
    await say(ada, `${mentionToken(grace.id)} it is.`, { parentId: first.id, mentions: [grace.id] })
    expect(await notices(grace.id)).toEqual(['replied', 'mentioned'])
    expect(await notices(alan.id)).toEqual(['mentioned', 'replied'])
    expect(await notices(ada.id)).toEqual([])
    const row = await world().database.knex('notifications').where({ userId: alan.id, kind: 'mentioned' }).first()
    expect(JSON.stringify(row)).toContain(first.id)
  })

  it('mention only who takes part; a change tells only who is new in it, and keeps who has left', async () => {
    const { conversationId, ada, person, say, notices } = await buildRoom(world())
    const [grace, alan] = [await person('commenter'), await person('viewer')]
    const stranger = await buildUser(world())
    const nobody = '0198c0de-0000-7000-8000-000000000000'
    for (const id of [stranger.id, nobody]) {
      await expect(say(ada, 'You', { mentions: [id] })).rejects.toMatchObject({ code: 'NOT_FOUND', message: /takes no part/ })
    }
    const { id } = await say(ada, 'You', { mentions: [grace.id] })
    await world().database.knex('conversation_participants').where({ conversationId, userId: grace.id }).delete()
    await editComment(ada.ctx, { id, body: 'You two', mentions: [grace.id, alan.id] })
    expect(await notices(grace.id)).toEqual(['mentioned'])
    expect(await notices(alan.id)).toEqual(['mentioned'])
    // Who left is told nothing more.
    await say(ada, 'And?', { parentId: id })
    expect(await notices(grace.id)).toEqual(['mentioned'])
  })

  it('fit on a draft up to a number, and a deleted one comes back only while there is room', async () => {
    const { draftId, ada, say } = await buildRoom(world())
    const { id } = await say(ada, 'The first')
    await deleteComment(ada.ctx, { id })
    const now = new Date()
    const row = () => ({ id: randomUUID(), draftId, authorId: ada.id, body: 'x', mentions: '[]', createdAt: now, updatedAt: now })
    const rows = Array.from({ length: limits.commentsPerDraft }, row)
    await world().database.knex.batchInsert('comments', rows, 100)
    await expect(say(ada, 'One more')).rejects.toMatchObject({ code: 'CONFLICT', message: /1,000 comments/ })
    await expect(restoreComment(ada.ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('that are not shown take no room, and come back with the beginning of their thread only where all fit', async () => {
    const { draftId, ada, say } = await buildRoom(world())
    const { id } = await say(ada, 'The beginning')
    const now = new Date()
    const said = { draftId, authorId: ada.id, body: 'x', mentions: '[]', createdAt: now, updatedAt: now }
    const rows = Array.from({ length: limits.commentsPerDraft - 1 }, () => ({ ...said, id: randomUUID(), parentId: id }))
    await world().database.knex.batchInsert('comments', rows, 100)
    await expect(say(ada, 'One more')).rejects.toMatchObject({ code: 'CONFLICT' })
    await deleteComment(ada.ctx, { id })
    const other = await say(ada, 'Another beginning')
    await expect(restoreComment(ada.ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await deleteComment(ada.ctx, { id: other.id })
    await restoreComment(ada.ctx, { id })
  })
})
