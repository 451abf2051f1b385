import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { listNotifications } from '../notifications/index.ts'
import { deleteTemplate, getTemplate, saveTemplateVersion, updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { countOpenReports, decideReport, listReports, reopenReport, reportTemplate } from './index.ts'

let made = 0

/** A second version. */
async function change(ctx: Ctx, templateId: string): Promise<void> {
  const text = { content: 'You are an editor who sells nothing.', variables: [], settings: {} }
  await saveTemplateVersion(ctx, { templateId, basedOn: 1, message: '', ...text })
}

onEachDatabase('a report of a template', (world) => {
  const person = async (role: 'user' | 'moderator' | 'admin' | 'guest' = 'user', name = 'Grace') =>
    ctxOf(world(), await buildUser(world(), { role, name }))
  const rowsOf = (templateId: string) => world().database.knex('template_reports').where({ templateId }).orderBy('createdAt')
  const visibilityOf = async (id: string) =>
    (await world().database.knex('templates').where({ id }).first('visibility')).visibility

  /** A template that somebody reported. */
  async function build(said: Parameters<typeof buildTemplate>[1] = {}) {
    // What is upheld is held from all others.
    const content = `Buy this number ${(made += 1)}.`
    const { id: templateId, owner, slug } = await buildTemplate(world(), { content, ...said })
    const reporter = await person()
    await reportTemplate(reporter, { templateId, reason: 'spam', details: 'It sells something.' })
    const [{ id }] = await rowsOf(templateId)
    return { id: String(id), templateId, slug, owner, ownerCtx: ctxOf(world(), owner), reporter }
  }

  async function openIds(): Promise<string[]> {
    const moderator = await person('moderator')
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listReports(moderator, { status: 'open', cursor })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return ids
  }

  it('is one a person: who reports again, or twice at once, writes it anew', async () => {
    const { templateId, reporter, id } = await build()
    const again = { templateId, reason: 'copyright', details: '' } as const
    await Promise.all([1, 2, 3].map(() => reportTemplate(reporter, again)))
    expect(await rowsOf(templateId)).toMatchObject([{ id, reason: 'copyright', details: '', status: 'open' }])
    const other = await person()
    await Promise.all([1, 2, 3].map(() => reportTemplate(other, again)))
    expect(await rowsOf(templateId)).toHaveLength(2)
  })

  it('is not made of one’s own, by guests, or of what one may not read', async () => {
    const { templateId, ownerCtx } = await build()
    const report = { reason: 'spam', details: '' } as const
    await expect(reportTemplate(ownerCtx, { ...report, templateId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You cannot report a template of your own.',
    })
    await expect(reportTemplate(await person('guest'), { ...report, templateId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(reportTemplate(ctxOf(world()), { ...report, templateId })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const hidden = await buildTemplate(world(), { visibility: 'private' })
    await expect(reportTemplate(await person(), { ...report, templateId: hidden.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('waits in the list of moderators with all it takes to decide, those that wait longest first', async () => {
    const first = await build({ title: 'A shop window' })
    const second = await build()
    const ids = await openIds()
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
    const moderator = await person('moderator')
    expect((await countOpenReports(moderator)).count).toBe(ids.length)
    const listed = (await listReports(moderator, { status: 'open' })).items.find(({ id }) => id === first.id)
    expect(listed).toMatchObject({
      template: {
        id: first.templateId,
        slug: first.slug,
        title: 'A shop window',
        visibility: 'public',
        owner: { id: first.owner.id },
      },
      reporter: { name: 'Grace' },
      reason: 'spam',
      details: 'It sells something.',
      status: 'open',
      decidedBy: null,
      decidedAt: null,
    })
    expect(JSON.stringify(listed)).not.toContain('@')
  })

  it('is read page by page, each once', async () => {
    const { templateId } = await build()
    for (let n = 0; n < limits.page; n++) await reportTemplate(await person(), { templateId, reason: 'other', details: '' })
    const ids = await openIds()
    expect(ids.length).toBeGreaterThan(limits.page)
    expect(new Set(ids).size).toBe(ids.length)
    const moderator = await person('moderator')
    for (const id of ids.slice(0, limits.page + 1)) await decideReport(moderator, { id, status: 'dismissed' })
    const first = await listReports(moderator, { status: 'dismissed' })
    const second = await listReports(moderator, { status: 'dismissed', cursor: first.nextCursor ?? '' })
    const seen = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(first.items.length).toBe(limits.page)
    expect(second.items.length).toBeGreaterThan(0)
  })

  it('is nobody else’s to read or to decide', async () => {
    const { id, ownerCtx, reporter } = await build()
    for (const ctx of [ownerCtx, reporter, await person('guest')]) {
      await expect(listReports(ctx, { status: 'open' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(countOpenReports(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(decideReport(ctx, { id, status: 'dismissed' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(reopenReport(ctx, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(decideReport(ctxOf(world()), { id, status: 'upheld' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('that is upheld makes the template private, tells its owner, and decides all its open reports', async () => {
    const { id, templateId, ownerCtx, owner, slug } = await build()
    await reportTemplate(await person(), { templateId, reason: 'harmful', details: '' })
    const other = await build()
    const moderator = await buildUser(world(), { role: 'moderator' })
    await decideReport(ctxOf(world(), moderator), { id, status: 'upheld' })
    expect(await rowsOf(templateId)).toMatchObject([
      { status: 'upheld', decidedBy: moderator.id },
      { status: 'upheld', decidedBy: moderator.id },
    ])
    expect(await rowsOf(other.templateId)).toMatchObject([{ status: 'open', decidedBy: null }])
    await expect(getTemplate(await person(), { id: templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getTemplate(ownerCtx, { id: templateId })).toMatchObject({ visibility: 'private' })
    const { items } = await listNotifications(ownerCtx, {})
    expect(items).toMatchObject([
      { kind: 'template-hidden', actor: null, conversation: null, template: { id: templateId, slug } },
    ])
    expect(world().sent).toContainEqual({ event: 'notifications:changed', id: owner.id })
    const audited = await world()
      .database.knex('audit_logs')
      .where({ actorId: moderator.id })
      .whereIn('entityType', ['template_reports', 'templates'])
    expect(audited.map(({ entityType }) => String(entityType)).toSorted()).toEqual([
      'template_reports',
      'template_reports',
      'templates',
    ])
  })

  it('that is dismissed changes nothing of the template, and the dismissal can be taken back', async () => {
    const { id, templateId, ownerCtx } = await build()
    const moderator = await buildUser(world(), { role: 'moderator' })
    const ctx = ctxOf(world(), moderator)
    await decideReport(ctx, { id, status: 'dismissed' })
    expect(await rowsOf(templateId)).toMatchObject([{ status: 'dismissed', decidedBy: moderator.id }])
    expect(await visibilityOf(templateId)).toBe('public')
    expect((await listNotifications(ownerCtx, {})).items).toEqual([])
    await reopenReport(ctx, { id })
    await reopenReport(ctx, { id })
    expect(await rowsOf(templateId)).toMatchObject([{ status: 'open', decidedBy: null, decidedAt: null }])
    expect(await openIds()).toContain(id)
  })

  it('is decided once: who comes later is told', async () => {
    const { id, templateId } = await build()
    const moderator = await person('moderator')
    const both = [
      decideReport(moderator, { id, status: 'upheld' }),
      decideReport(await person('admin'), { id, status: 'dismissed' }),
    ]
    const settled = await Promise.allSettled(both)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    const [{ status }] = await rowsOf(templateId)
    expect(await visibilityOf(templateId)).toBe(status === 'upheld' ? 'private' : 'public')
    // The same decision again is no conflict.
    await decideReport(moderator, { id, status })
  })

  it('opens again when its person reports what the owner made public again', async () => {
    const { id, templateId, ownerCtx, reporter } = await build()
    const moderator = await person('moderator')
    await decideReport(moderator, { id, status: 'upheld' })
    await change(ownerCtx, templateId)
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })
    await reportTemplate(reporter, { templateId, reason: 'spam', details: 'It is there again.' })
    expect(await rowsOf(templateId)).toMatchObject([{ id, status: 'open', decidedBy: null, details: 'It is there again.' }])
  })

  it('is not decided by a moderator whose template it is; an administrator may be alone', async () => {
    for (const [role, code] of [
      ['moderator', 'FORBIDDEN'],
      ['admin', undefined],
    ] as const) {
      const owner = await buildUser(world(), { role })
      const { id } = await build({ owner })
      const outcome = await decideReport(ctxOf(world(), owner), { id, status: 'dismissed' }).catch((error: unknown) => error)
      expect(outcome instanceof Error ? Reflect.get(outcome, 'code') : undefined).toBe(code)
    }
  })

  it('of what comes with the program is upheld by administrators alone', async () => {
    const { id, templateId } = await build()
    await world().database.knex('templates').where({ id: templateId }).update({ ownerId: null })
    await expect(decideReport(await person('moderator'), { id, status: 'upheld' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await rowsOf(templateId)).toMatchObject([{ status: 'open' }])
    await decideReport(await person('admin'), { id, status: 'upheld' })
    expect(await visibilityOf(templateId)).toBe('private')
  })

  it('goes with its template, and is neither listed nor decided while that is deleted', async () => {
    const { id, templateId, ownerCtx } = await build()
    await deleteTemplate(ownerCtx, { id: templateId })
    expect(await openIds()).not.toContain(id)
    await expect(decideReport(await person('moderator'), { id, status: 'upheld' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
