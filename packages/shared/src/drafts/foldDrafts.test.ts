import { createDraftServer } from '@prologue/collab/server'
import { expect, it } from 'vitest'
import { readInstant } from '../database/index.ts'
import { buildConversation, ctxOf, onEachDatabase } from '../testing/index.ts'
import { quiet } from '../testing/quiet.ts'
import { createDraftStore, foldDrafts } from './index.ts'

const hour = 3_600_000
const assistant = { kind: 'assistant' } as const
const append = (text: string) => [{ index: text.length, remove: 0, insert: `${text.length},` }]

onEachDatabase('the logs of drafts', (world) => {
  const later = (ms: number) => ({ ...ctxOf(world()), now: () => new Date(Date.now() + ms) })
  const logOf = async (draftId: string) =>
    world().database.knex('draft_updates').where({ draftId }).orderBy('sequence').select('sequence', 'createdAt')

  /** Writes as a server does that is killed before it folds anything. */
  async function writeAndDie(draftId: string, edits: number): Promise<string> {
    const store = { ...createDraftStore(world().database), compact: () => Promise.reject(new Error('killed')) }
    const server = createDraftServer<never>({ store, access: () => Promise.reject(new Error('nobody')), logger: quiet })
    let text = ''
    for (let edit = 0; edit < edits; edit++) ({ text } = await server.edit(draftId, assistant, append))
    await server.close()
    return text
  }

  it('that a killed server left are folded once they rest, as of the last edit, and once only', async () => {
    const [one, other] = [await buildConversation(world()), await buildConversation(world())]
    const texts = [await writeAndDie(one.draftId, 3), await writeAndDie(other.draftId, 2)]
    const last = (await logOf(one.draftId)).at(-1)
    expect(last).toMatchObject({ sequence: 3 })

    expect(await foldDrafts(later(hour / 2))).toEqual({ drafts: 0, unreadable: 0 })
    expect(await logOf(one.draftId)).toHaveLength(3)

    expect(await foldDrafts(later(2 * hour))).toEqual({ drafts: 2, unreadable: 0 })
    for (const [index, { draftId }] of [one, other].entries()) {
      expect(await logOf(draftId)).toEqual([])
      const row = await world().database.knex('drafts').where({ id: draftId }).first()
      expect(row).toMatchObject({ content: texts[index], snapshotSequence: [3, 2][index] })
      expect(await world().services.drafts.read(draftId)).toBe(texts[index])
    }
    const folded = await world().database.knex('drafts').where({ id: one.draftId }).first()
    expect(readInstant(folded.updatedAt)).toEqual(readInstant(last?.createdAt))
    expect(await foldDrafts(later(2 * hour))).toEqual({ drafts: 0, unreadable: 0 })
  })

  it('that cannot be read stay as they are, and those after them are folded', async () => {
    const [broken, whole] = [await buildConversation(world()), await buildConversation(world())].toSorted((a, b) =>
      a.draftId < b.draftId ? -1 : 1,
    )
    if (!broken || !whole) throw new Error('two were built')
    await writeAndDie(broken.draftId, 3)
    await writeAndDie(whole.draftId, 1)
    await world().database.knex('draft_updates').where({ draftId: broken.draftId, sequence: 1 }).delete()
    expect(await foldDrafts(later(2 * hour))).toEqual({ drafts: 1, unreadable: 1 })
    expect(await logOf(broken.draftId)).toHaveLength(2)
    expect(await logOf(whole.draftId)).toEqual([])
    await world().database.knex('draft_updates').where({ draftId: broken.draftId }).delete()
  })

  it('are folded beside people who write, and nothing they write is lost', async () => {
    const { draftId } = await buildConversation(world())
    await writeAndDie(draftId, 5)
    const edits = Array.from({ length: 20 }, () => world().services.drafts.edit(draftId, assistant, append))
    const folds = Array.from({ length: 5 }, () => foldDrafts(later(2 * hour)))
    await Promise.all([...edits, ...folds])
    let expected = ''
    for (let edit = 0; edit < 25; edit++) expected += `${expected.length},`
    expect(await world().services.drafts.read(draftId)).toBe(expected)
    await foldDrafts(later(2 * hour))
    expect((await createDraftStore(world().database).load(draftId))?.snapshotSequence).toBe(25)
  })
})
