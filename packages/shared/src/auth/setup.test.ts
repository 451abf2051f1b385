import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { ctxOf, onEachDatabase } from '../testing/index.ts'
import { signUp } from './index.ts'

onEachDatabase('the setup links of two processes', (world) => {
  it('make one administrator between them, even at the same moment', async () => {
    const { knex } = world().database
    /** Follows the link of a process of its own. */
    const follow = () => {
      const ctx = ctxOf(world())
      const services = { ...ctx.services, setup: { token: 'its-own' } }
      const input = { name: 'Root', email: `${randomUUID()}@example.com`, password: 'a long enough password' }
      return signUp({ ...ctx, services }, { ...input, setupToken: 'its-own' })
    }
    for (let round = 0; round < 5; round++) {
      const results = await Promise.allSettled([follow(), follow()])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FORBIDDEN' } })
      expect(await knex('users').where({ role: 'admin' })).toHaveLength(1)
      await knex('users').where({ role: 'admin' }).update({ role: 'user' })
    }
  })
})
