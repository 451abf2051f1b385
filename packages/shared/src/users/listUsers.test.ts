import { randomUUID } from 'node:crypto'
import { limits, type ListedUser } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { deleteUser, eraseUser, listUsers } from './index.ts'

async function all(ctx: Ctx, search?: string): Promise<ListedUser[]> {
  const listed: ListedUser[] = []
  let cursor: string | undefined
  do {
    const page = await listUsers(ctx, { ...(search !== undefined && { search }), ...(cursor !== undefined && { cursor }) })
    expect(page.items.length).toBeLessThanOrEqual(limits.page)
    listed.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return listed
}

onEachDatabase('the list of accounts', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { name: 'Root', role: 'admin' }))

  it('has each once, the newest first, page by page', async () => {
    const ctx = await admin()
    const made: string[] = []
    // Several in one millisecond.
    for (let count = 0; count < limits.page + 10; count++) made.push((await buildUser(world(), { name: 'Many' })).id)
    const listed = (await all(ctx)).map(({ id }) => id)
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.filter((id) => made.includes(id)).toSorted()).toEqual(made.toSorted())
    const instants = (await all(ctx)).map(({ createdAt }) => createdAt.getTime())
    expect(instants).toEqual(instants.toSorted((one, other) => other - one))
    expect(await all(ctx, 'many')).toHaveLength(made.length)
  })

  it('is searched by how name or address begins, in capitals or not, and a sign is only a sign', async () => {
    const ctx = await admin()
    const word = `q${randomUUID().slice(0, 8)}`
    const byName = await buildUser(world(), { name: `${word.toUpperCase()} Hopper` })
    const byAddress = await buildUser(world())
    const both = await buildUser(world(), { name: `${word}_100%!` })
    for (const user of [byAddress, both]) {
      const email = `${word}.${user.id}@example.com`
      await world().database.knex('users').where({ id: user.id }).update({ email, emailCanonical: email })
    }
    const found = async (search: string) => (await all(ctx, search)).map(({ id }) => id).toSorted()
    expect(await found(word)).toEqual([byName.id, byAddress.id, both.id].toSorted())
    expect(await found(`${word.toUpperCase()}.`)).toEqual([byAddress.id, both.id].toSorted())
    expect(await found(`${word}_100%`)).toEqual([both.id])
    expect(await found(`${word}_100%!`)).toEqual([both.id])
    for (const nothing of ['%', '_', '!', 'Hopper', "' or 1=1 --", '\\', `${word}%`]) expect(await found(nothing)).toEqual([])
  })

  it('tells of each account what there is to administer, and nothing secret', async () => {
    const ctx = await admin()
    const user = await buildUser(world(), { name: 'Plain Example' })
    const lockedUntil = new Date(Date.now() + 60_000)
    const { knex } = world().database
    await knex('users').where({ id: user.id }).update({ lockedUntil, emailVerifiedAt: new Date() })
    const now = new Date()
    await knex('user_totp').insert({
      id: randomUUID(),
      userId: user.id,
      secretEncrypted: Buffer.from('x'),
      confirmedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    const [listed] = await all(ctx, 'plain')
    expect(listed).toEqual({
      id: user.id,
      name: 'Plain Example',
      email: user.email,
      role: 'user',
      emailVerified: true,
      twoFactor: true,
      lockedUntil,
      locked: null,
      createdAt: user.createdAt,
      deletedAt: null,
    })
  })

  it('has those that can come back, and not those that were erased', async () => {
    const ctx = await admin()
    const [deleted, erased] = [await buildUser(world(), { name: 'Deleted' }), await buildUser(world(), { name: 'Erased' })]
    await deleteUser(ctx, { id: deleted.id })
    await eraseUser(ctx, { id: erased.id })
    expect(await all(ctx, 'deleted')).toMatchObject([{ id: deleted.id, deletedAt: expect.any(Date) }])
    expect((await all(ctx)).map(({ id }) => id)).not.toContain(erased.id)
  })

  it('is for administrators', async () => {
    const moderator = await buildUser(world(), { role: 'moderator' })
    await expect(listUsers(ctxOf(world(), moderator), {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listUsers(ctxOf(world()), {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(listUsers(await admin(), { cursor: 'not one' })).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})
