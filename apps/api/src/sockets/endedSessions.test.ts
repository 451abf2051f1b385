import type { DraftClientSocket } from '@prologue/collab/client'
import { openDatabase } from '@prologue/shared'
import { appCode, onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, connect, signUpPerson, type TestPerson } from '../testing/people.ts'

const password = 'a long enough password'
/** How soon an open socket of a session that ended is closed, in milliseconds. */
const soon = 2_000

type Case = {
  /** The person in the browser that acts, whose socket stays unless `own` says otherwise. */
  here: TestPerson
  admin: TestPerson
  id: string
}

/** Everything that ends sessions, and whether it takes the browser's own socket with it. */
const ways: Record<string, { own: boolean; act: (parts: Case) => Promise<unknown> }> = {
  'the session is revoked': {
    own: false,
    async act({ here }) {
      const sessions = await here.api.sessions.list.query()
      const other = sessions.find(({ current }) => !current)
      await here.api.sessions.revoke.mutate({ id: other?.id ?? '' })
    },
  },
  'all others are revoked': { own: false, act: ({ here }) => here.api.sessions.revokeOthers.mutate() },
  'the role changes': { own: true, act: ({ admin, id }) => admin.api.users.setRole.mutate({ id, role: 'moderator' }) },
  'the password changes': {
    own: true,
    act: ({ here }) =>
      here.api.account.changePassword.mutate({ currentPassword: password, password: 'an even longer pass phrase' }),
  },
  'the password is reset': {
    own: true,
    async act({ here, admin }) {
      const { email } = here.account
      await here.api.auth.requestPasswordReset.mutate({ email })
      const token = await vi.waitFor(async () => {
        const mails = await admin.api.mail.list.query()
        const [, found] = mails.find(({ to, link }) => to === email && link?.includes('/reset#'))?.link?.split('#') ?? []
        if (found === undefined) throw new Error('The mail is not there yet')
        return found
      })
      await here.api.auth.resetPassword.mutate({ token, password: 'an even longer pass phrase' })
    },
  },
  'a second factor is turned on': {
    own: true,
    async act({ here }) {
      const { secret } = await here.api.account.beginTwoFactor.mutate()
      await here.api.account.enableTwoFactor.mutate({ code: await appCode(secret) })
    },
  },
  'the account is deleted': { own: true, act: ({ admin, id }) => admin.api.users.delete.mutate({ id }) },
  'the account is erased': { own: true, act: ({ admin, id }) => admin.api.users.erase.mutate({ id }) },
}

onEachEngine('an open socket', (databaseUrl) => {
  let server: OpenServer
  let admin: TestPerson
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    admin = await signUpPerson(server.publicUrl, 'Root')
    const database = await openDatabase(databaseUrl())
    await database.knex('users').where({ id: admin.account.id }).update({ role: 'admin' })
    await database.close()
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
  })

  /** A socket, and a promise of when the server closed it. */
  async function watched(cookie: { value: string }) {
    const socket = await connect(server.publicUrl, { ...cookie })
    sockets.push(socket)
    const closed = new Promise<number>((resolve) => socket.once('disconnect', () => resolve(performance.now())))
    return { socket, closed }
  }

  it.each(Object.entries(ways))('is closed within two seconds when %s, and lets nobody in again', async (_name, { own, act }) => {
    const url = server.publicUrl
    const here = await signUpPerson(url, 'Grace')
    const elsewhere = { value: '' }
    await callerOf(url, elsewhere).auth.signIn.mutate({ email: here.account.email, password })
    const stranger = await signUpPerson(url, 'Ada')
    const [mine, theirs, others] = [await watched(here.cookie), await watched(elsewhere), await watched(stranger.cookie)]
    const before = { ...here.cookie }

    await act({ here, admin, id: here.account.id })
    const answered = performance.now()
    const took = (await Promise.race([theirs.closed, afterAWhile()])) - answered
    expect(took).toBeLessThan(soon)
    const tookHere = own ? (await Promise.race([mine.closed, afterAWhile()])) - answered : 0
    expect(tookHere).toBeLessThan(soon)
    expect(mine.socket.connected).toBe(!own)
    expect(others.socket.connected).toBe(true)

    const gone = { data: { code: 'UNAUTHENTICATED' } }
    for (const cookie of own ? [elsewhere, before] : [elsewhere]) {
      await expect(connect(url, cookie)).rejects.toMatchObject(gone)
    }
  })
})

function afterAWhile(): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(performance.now()), 2 * soon))
}
