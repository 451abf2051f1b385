import { AppError } from '@prologue/contracts'
import { parseBrief } from '@prologue/prompt-kit'
import { raw } from 'objection'
import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { Conversation, Prompt, Template } from '../models/index.ts'
import { buildConversation, buildPrompt, buildTemplate, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { rebuildSearch, search } from './index.ts'

async function found(world: World, text: string): Promise<string[]> {
  const { items } = await search(ctxOf(world), { kind: 'templates', text, prefix: false, sort: 'relevance' })
  return items.map((hit) => (hit.kind === 'template' ? hit.template.id : hit.id))
}

const tables = ['template_search', 'conversation_search', 'prompt_search']

/** All words of all rows, without how the rows are numbered or the words ordered. */
async function documents({ database: { knex } }: World): Promise<string[]> {
  const all = await Promise.all(
    ['template', 'conversation', 'prompt'].map((noun) =>
      knex(`${noun}_search`)
        .orderBy(`${noun}Id`)
        .select<{ id: string; tokens: string }[]>({ id: `${noun}Id` }, 'tokens'),
    ),
  )
  return all.flat().map(({ id, tokens }) => [id, ...tokens.split(/\s+/).toSorted()].join(' '))
}

onEachDatabase('the words of a row', (world) => {
  it('follow what is changed, in the same transaction', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Gannet' })
    const ctx = ctxOf(world(), owner)
    const failing = withTransaction(ctx, async (tx) => {
      await Template.with(tx).findById(id).patch({ title: 'Fulmar' })
      throw new AppError('CONFLICT')
    })
    await expect(failing).rejects.toThrow(AppError)
    expect([await found(world(), 'gannet'), await found(world(), 'fulmar')]).toEqual([[id], []])
    await withTransaction(ctx, async (tx) => Template.with(tx).findById(id).patch({ title: 'Fulmar' }))
    expect([await found(world(), 'gannet'), await found(world(), 'fulmar')]).toEqual([[], [id]])
    await withTransaction(ctx, async (tx) =>
      Template.with(tx)
        .where({ ownerId: owner.id })
        .patch({ tags: ['petrel'] }),
    )
    expect(await found(world(), 'fulmar petrel')).toEqual([id])
    const category = raw("lower('CREATIVE')")
    await withTransaction(ctx, async (tx) => Template.with(tx).findById(id).patch({ category }))
    expect(await found(world(), 'creative petrel')).toEqual([id])
  })

  it('are hidden with a deleted row, come back with it, and go when it is purged', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Shearwater' })
    const { knex } = world().database
    const ctx = ctxOf(world(), owner)
    const patch = (deletedAt: Date | null) =>
      withTransaction(ctx, async (tx) => Template.with(tx).context({ withDeleted: true }).findById(id).patch({ deletedAt }))
    await patch(new Date())
    expect(await found(world(), 'shearwater')).toEqual([])
    await patch(null)
    expect(await found(world(), 'shearwater')).toEqual([id])
    await patch(new Date())
    await withTransaction(ctx, async (tx) => Template.purging(tx).findById(id).delete())
    expect(await knex('template_search').where({ templateId: id })).toEqual([])
    expect(await found(world(), 'shearwater')).toEqual([])
    await buildTemplate(world(), { title: 'Another' })
    expect(await found(world(), 'shearwater')).toEqual([])
  })

  it('are left alone where nothing is changed that is searched', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Razorbill' })
    const { knex } = world().database
    await knex('template_search').where({ templateId: id }).update({ tokens: ' untouched ' })
    await withTransaction(ctxOf(world(), owner), async (tx) => Template.with(tx).findById(id).patch({ visibility: 'private' }))
    expect(await knex('template_search').where({ templateId: id }).first('tokens')).toEqual({ tokens: ' untouched ' })
  })

  it('are of a conversation what its title and brief say, without what nobody said', async () => {
    const { id, owner } = await buildConversation(world())
    const ctx = ctxOf(world(), owner)
    const brief = parseBrief('Explain tides to sailors in a calm tone')
    await withTransaction(ctx, async (tx) => Conversation.with(tx).findById(id).patch({ title: 'Harbour', context: { brief } }))
    const hits = async (text: string) =>
      (await search(ctx, { kind: 'conversations', text, prefix: false, sort: 'relevance' })).items
    expect(await hits('harbour sailors tides')).toMatchObject([
      { kind: 'conversation', id, title: { text: 'Harbour', ranges: [{ start: 0, end: 7 }] } },
    ])
    expect(await hits('archetype')).toEqual([])
  })

  it('are of an exchange the question and the answer, and show where they stand', async () => {
    const prompt = await buildPrompt(world(), {
      userInput: `${'word '.repeat(1000)}kittiwake ${'more '.repeat(1000)}`,
      response: '',
    })
    const { ownerId } = await Conversation.query(world().database.knex).findById(prompt.conversationId).throwIfNotFound()
    const ctx = ctxOf(world(), { id: ownerId, name: '', role: 'user' })
    await withTransaction(ctx, async (tx) => Prompt.with(tx).findById(prompt.id).patch({ response: '答えはアホウドリ' }))
    const only = async (text: string) => {
      const { items } = await search(ctx, { kind: 'prompts', text, prefix: false, sort: 'newest' })
      const [hit] = items
      if (hit?.kind !== 'prompt') throw new Error('A prompt was expected')
      return hit.excerpt.ranges.map(({ start, end }) => hit.excerpt.text.slice(start, end))
    }
    expect(await only('kittiwake')).toEqual(['kittiwake'])
    expect(await only('アホウドリ')).toEqual(['アホウドリ'])
  })

  it('are the same when all are written anew, also of those that come with the program', async () => {
    const { knex } = world().database
    await buildPrompt(world())
    const before = await documents(world()).then((all) => all.filter((row) => !row.includes('untouched')))
    expect(before.length).toBeGreaterThan(50)
    await rebuildSearch(world().database)
    expect(await documents(world())).toEqual(expect.arrayContaining(before))
    for (const table of tables) await knex(table).delete()
    await rebuildSearch(world().database)
    expect(await documents(world())).toEqual(expect.arrayContaining(before))
    await rebuildSearch(world().database)
    expect(await found(world(), 'fulmar petrel')).toHaveLength(1)
    expect(await knex('search_words').where({ kind: 'templates', word: 'editor' })).toHaveLength(0)
    expect(await knex('search_words').where({ kind: 'templates', word: '' })).toHaveLength(1)
  })
})
