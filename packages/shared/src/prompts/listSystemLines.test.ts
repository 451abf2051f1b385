import { expect, it } from 'vitest'
import { nameCheckpoint, restoreCheckpoint } from '../drafts/index.ts'
import { inviteParticipant, leaveConversation } from '../participants/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { listSystemLines } from './index.ts'

onEachDatabase('what a chat tells beside its messages', (world) => {
  it('who joined, which checkpoint was saved and which restored, in the order it happened', async () => {
    const { id, draftId, owner } = await buildConversation(world())
    const grace = await buildUser(world(), { name: 'Grace' })
    let at = Date.now()
    const ctx = (person: typeof owner) => ({ ...ctxOf(world(), person), now: () => new Date((at += 1_000)) })
    const write = (insert: string) =>
      world().services.drafts.edit(draftId, { kind: 'user', userId: owner.id }, () => [{ index: 0, remove: 0, insert }])
    await inviteParticipant(ctx(owner), { conversationId: id, role: 'editor', userId: grace.id })
    await write('Be kind.')
    const kept = await nameCheckpoint(ctx(owner), { conversationId: id, name: 'Kind' })
    await write('Always: ')
    await restoreCheckpoint(ctx(grace), { id: kept.id })

    const lines = await listSystemLines(ctx(grace), { conversationId: id })
    expect(lines.map(({ kind, by, name }) => [kind, by?.name, name])).toEqual([
      ['joined', 'Grace', ''],
      ['saved', 'Ada', 'Kind'],
      ['restored', 'Grace', 'Kind'],
    ])
    await leaveConversation(ctx(grace), { conversationId: id })
    await expect(listSystemLines(ctx(grace), { conversationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listSystemLines(ctx(owner), { conversationId: id })).map(({ kind, by }) => [kind, by?.name])).toEqual([
      ['saved', 'Ada'],
      ['restored', 'Grace'],
    ])
  })
})
