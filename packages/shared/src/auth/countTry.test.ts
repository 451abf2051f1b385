import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { ctxOf, onEachDatabase, signedUp } from '../testing/index.ts'
import { changePassword, signIn } from './index.ts'
import { countTry } from './lockout.ts'

onEachDatabase('tries at a password', (world) => {
  const users = () => world().database.knex('users')
  const triesOf = async (id: string): Promise<unknown> => (await users().where({ id }).first()).failedSignIns

  it('are neither counted nor judged for an account that was deleted', async () => {
    const { id } = await signedUp(world())
    await users().where({ id }).update({ deletedAt: new Date() })
    expect(await withTransaction(ctxOf(world()), (tx) => countTry(tx, id))).toBeNull()
    expect(await triesOf(id)).toBe(0)
    await users().where({ id }).update({ deletedAt: null })
    expect(await withTransaction(ctxOf(world()), (tx) => countTry(tx, id))).toMatchObject({ count: 1 })
  })

  it('are forgotten when its owner chooses a new one', async () => {
    const { ctx, id, email, password } = await signedUp(world())
    const wrong = { email, password: 'not the password' }
    for (let round = 0; round < 3; round++) {
      await expect(signIn(ctxOf(world()), wrong)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    expect(await triesOf(id)).toBe(3)
    await changePassword(ctx, { currentPassword: password, password: 'another long enough password' })
    expect(await triesOf(id)).toBe(0)
  })
})
