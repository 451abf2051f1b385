import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { User } from '../models/index.ts'
import { openSession } from '../sessions/index.ts'
import { appCode, ctxOf, onEachDatabase, signedUp } from '../testing/index.ts'
import { beginTwoFactor, enableTwoFactor } from './index.ts'

onEachDatabase('two factors that are turned on while somebody signs in', (world) => {
  it('end that session, too, and tell who holds its sockets', async () => {
    const { id, ctx } = await signedUp(world())
    const { secret } = await beginTwoFactor(ctx)
    const { enabled, rowId } = await withTransaction(ctxOf(world()), async (tx) => {
      // As signing in does: it holds the account, and opens a session by the password alone.
      await User.with(tx).findById(id).forUpdate()
      const { rowId } = await openSession(tx, id)
      const enabled = enableTwoFactor(ctx, { code: await appCode(secret) })
      await wait(300)
      // Until then it has touched nothing: each would wait for the other. SQLite lets nobody else begin at all.
      if (world().database.dialect.name !== 'sqlite') await tx.db('user_totp').where({ userId: id }).forUpdate().noWait()
      return { enabled: [enabled], rowId }
    })
    await Promise.all(enabled)
    expect(await world().database.knex('sessions').where({ id: rowId })).toEqual([])
    expect(world().sent).toContainEqual({ event: 'access:session', id: rowId })
  })
})
