import { randomUUID } from 'node:crypto'
import type { PortableTemplate } from '@prologue/prompt-kit/formats'
import { expect, it } from 'vitest'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { decideReport, reportTemplate } from '../templateReports/index.ts'
import { deleteTemplate } from '../templates/index.ts'
import { importTemplates } from './index.ts'

function template(title: string, content = 'Be kind.'): PortableTemplate {
  const version = { number: 1, content, variables: [], settings: {}, message: '', parent: null, author: null, createdAt: null }
  const said = { title, description: '', category: null, tags: [], family: null, labels: [], ratings: null, extras: {} }
  return { ...said, versions: [version] }
}

onEachDatabase('an import', (world) => {
  const options = { visibility: 'private', category: 'writing' } as const
  const person = async () => ctxOf(world(), await buildUser(world()))
  const count = async ({ actor }: Awaited<ReturnType<typeof person>>) => {
    const ownerId = actor.kind === 'user' ? actor.userId : ''
    return (await world().database.knex('templates').where({ ownerId })).length
  }

  it('whose answer was lost is written once when it is sent again, also in part, at once, and after one was deleted', async () => {
    const ada = await person()
    const keys = [randomUUID(), randomUUID(), randomUUID()]
    const templates = ['One', 'Two', 'Three'].map((title) => template(title))
    const first = await importTemplates(ada, { ...options, templates: templates.slice(0, 2), keys })
    const both = await Promise.all([1, 2].map(() => importTemplates(ada, { ...options, templates, keys })))
    for (const again of both) expect(again.slice(0, 2)).toEqual(first)
    expect(both[0]).toEqual(both[1])
    expect(await count(ada)).toBe(3)
    const [one] = first
    await deleteTemplate(ada, { id: one?.ok === true ? one.id : '' })
    expect(await importTemplates(ada, { ...options, templates, keys })).toEqual(both[0])
    expect(await count(ada)).toBe(3)
  })

  it('of somebody else under the same keys is theirs', async () => {
    const [ada, grace] = [await person(), await person()]
    const said = { ...options, templates: [template('One')], keys: [randomUUID()] }
    const [mine] = await importTemplates(ada, said)
    const [theirs] = await importTemplates(grace, said)
    expect([mine?.ok, theirs?.ok]).toEqual([true, true])
    expect(theirs).not.toEqual(mine)
    expect(await count(grace)).toBe(1)
  })

  it('shares nothing that a report took from others, and the rest of it comes in', async () => {
    const ada = await person()
    const shared = { ...options, visibility: 'public' } as const
    const [made] = await importTemplates(ada, {
      ...shared,
      templates: [template('A shop', 'You are a seller who says buy this.')],
    })
    const templateId = made?.ok === true ? made.id : ''
    await reportTemplate(await person(), { templateId, reason: 'spam', details: '' })
    const { id } = await world().database.knex('template_reports').where({ templateId }).first('id')
    await decideReport(ctxOf(world(), await buildUser(world(), { role: 'moderator' })), { id, status: 'upheld' })
    const templates = [template('Again', ' You are a seller who says\nbuy this. '), template('Another', 'You are a kind editor.')]
    const results = await importTemplates(ada, { ...shared, templates })
    expect(results).toMatchObject([{ ok: false, reason: expect.stringContaining('because of a report') }, { ok: true }])
    // For oneself alone it may be kept.
    expect(await importTemplates(ada, { ...options, templates: templates.slice(0, 1) })).toMatchObject([{ ok: true }])
  })
})
