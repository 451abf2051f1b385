import { expect, it, vi } from 'vitest'
import { onEachDatabase, signedUp } from '../testing/index.ts'
import { changePassword, signIn } from './index.ts'
import { hashPassword } from './passwords.ts'

/** Long enough for a test to write something while a password waits to be judged. */
const busy = () => Promise.all(Array.from({ length: 30 }, () => hashPassword('somebody else signs in')))

onEachDatabase('a password that is changed while the one before is judged', (world) => {
  const users = () => world().database.knex('users')

  /** Does `act` with the right password, and sets another before that one is judged. Answers how `act` failed. */
  async function overtaken(id: string, act: () => Promise<unknown>) {
    const passwordHash = await hashPassword('what the owner has by now')
    const others = busy()
    const failed = act().then(
      () => null,
      (error: unknown) => error,
    )
    // The try is counted: what it is judged by has been read.
    await vi.waitFor(async () => expect(await users().where({ id }).first()).toMatchObject({ failedSignIns: 1 }), { interval: 1 })
    await users().where({ id }).update({ passwordHash })
    await others
    expect(await failed).not.toBeNull()
    expect(await users().where({ id }).first()).toMatchObject({ passwordHash })
    return failed
  }

  it('signs nobody in', async () => {
    const { id, ctx, email, password } = await signedUp(world())
    const sessions = await world().database.knex('sessions').where({ userId: id })
    const failure = await overtaken(id, () => signIn({ ...ctx, actor: { kind: 'anonymous' } }, { email, password }))
    expect(failure).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await world().database.knex('sessions').where({ userId: id })).toEqual(sessions)
  })

  it('is not changed again by who knew the one before', async () => {
    const { id, ctx, password } = await signedUp(world())
    const change = { currentPassword: password, password: 'what a stranger would like' }
    expect(await overtaken(id, () => changePassword(ctx, change))).toMatchObject({ code: 'CONFLICT' })
  })
})
