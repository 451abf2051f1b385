import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addComment } from '../comments/index.ts'
import { withTransaction } from '../context.ts'
import { addParticipant, renameConversation } from '../conversations/index.ts'
import { addFavourite } from '../favourites/index.ts'
import { User } from '../models/index.ts'
import { rateTemplate } from '../ratings/index.ts'
import { buildConversation, buildPrompt, buildTemplate, ctxOf, onEachDatabase, readArchive, signedUp } from '../testing/index.ts'
import { hashToken } from '../tokens.ts'
import { makeDataExports, openDataExport, startDataExport } from './index.ts'

/** A word that is nowhere else. */
const canary = (what: string) => `canary${what}${randomUUID().replaceAll('-', '')}`

onEachDatabase('what is in an archive', (world) => {
  it('is all that its person has, and nothing of others or that lets anybody in', async () => {
    const ada = await signedUp(world(), canary('name'))
    const grace = await signedUp(world(), canary('other'))
    const { knex } = world().database
    const [adaRow, graceRow] = [
      await User.query(knex).findById(ada.id).throwIfNotFound(),
      await User.query(knex).findById(grace.id).throwIfNotFound(),
    ]
    const [mine, others]: [string[], string[]] = [
      [ada.name, ada.email],
      [grace.name, grace.email],
    ]
    const own = (what: string) => {
      const word = canary(what)
      mine.push(word)
      return word
    }
    const foreign = (what: string) => {
      const word = canary(what)
      others.push(word)
      return word
    }
    const join = (conversationId: string, userId: string) =>
      withTransaction(ctxOf(world(), adaRow), (tx) => addParticipant(tx, { conversationId, userId, role: 'editor' }))

    const owned = await buildConversation(world(), { owner: adaRow })
    const shared = await buildConversation(world(), { owner: graceRow })
    await join(owned.id, grace.id)
    await join(shared.id, ada.id)
    await renameConversation(ada.ctx, { id: owned.id, title: own('title') })
    await renameConversation(grace.ctx, { id: shared.id, title: foreign('title') })
    const answered = { conversationId: owned.id, author: adaRow, userInput: own('message'), response: own('answer') }
    await buildPrompt(world(), answered)
    await buildPrompt(world(), { ...answered, author: graceRow, userInput: foreign('message'), response: foreign('answer') })
    await buildPrompt(world(), { conversationId: shared.id, author: adaRow, userInput: own('said'), response: foreign('answer') })
    for (const [draftId, text] of [
      [owned.draftId, own('draft')],
      [shared.draftId, foreign('draft')],
    ] as const) {
      await world().services.drafts.edit(draftId, { kind: 'user', userId: ada.id }, () => [{ index: 0, remove: 0, insert: text }])
    }
    for (const { id: conversationId } of [owned, shared]) {
      await addComment(ada.ctx, { conversationId, body: own('comment') })
      await addComment(grace.ctx, { conversationId, body: foreign('comment') })
    }
    const template = await buildTemplate(world(), {
      owner: adaRow,
      title: own('template'),
      content: `You are ${own('version')}.`,
    })
    const hers = await buildTemplate(world(), {
      owner: graceRow,
      title: foreign('title'),
      content: `You are ${foreign('text')}.`,
    })
    await rateTemplate(ada.ctx, { templateId: hers.id, rating: 4, review: own('review') })
    await rateTemplate(grace.ctx, { templateId: template.id, rating: 2, review: foreign('review') })
    await addFavourite(ada.ctx, { templateId: hers.id })
    const { id } = await startDataExport(ada.ctx)
    expect(await makeDataExports({ ...ctxOf(world()), actor: { kind: 'system' } })).toEqual({
      archives: 1,
      failed: 0,
      removed: 0,
    })

    const { file } = await openDataExport(ada.ctx, { id })
    const archive = await readArchive(new Uint8Array(await file.readFile()))
    await file.close()
    const text = Object.values(archive).join('\n')
    for (const word of mine) expect(text, word).toContain(word)
    for (const word of others) expect(text, word).not.toContain(word)
    const secrets = [adaRow.passwordHash, ada.password, ada.token, hashToken(ada.token), ada.sessionId]
    for (const secret of secrets) expect(text).not.toContain(secret)

    const lists = Object.entries(archive).filter(([name]) => name.endsWith('.json'))
    const counts = Object.fromEntries(lists.map(([name, json]) => [name, JSON.parse(json).length]))
    expect(counts).toMatchObject({
      'account.json': 1,
      'sessions.json': 1,
      'conversations.json': 1,
      'messages.json': 2,
      'drafts.json': 1,
      'comments.json': 2,
      'templates.json': 1,
      'template-versions.json': 1,
      'ratings.json': 1,
      'favourites.json': 1,
    })
    const audited = await knex('audit_logs').where({ actorId: ada.id }).count({ count: '*' })
    // One more than there were: that it was fetched.
    expect(counts['activity.json']).toBe(Number(audited[0]?.['count']) - 1)
    for (const [name] of lists) expect(archive['README.txt']).toContain(`${name}: `)
  })
})
