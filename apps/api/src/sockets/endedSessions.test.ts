import type { DraftClientSocket } from '@prologue/collab/client'
import { openSession } from '@prologue/shared'
import { appCode, ctxOf, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { connect, signUpPerson, type TestPerson } from '../testing/people.ts'

const password = 'a long enough password'
/** How soon an open socket of a session that ended is closed, in milliseconds. */
const soon = 2_000

type Case = {
  /** The person in the browser that acts, whose socket stays unless `own` says otherwise. */
  here: TestPerson
  admin: TestPerson
  id: string
}

type Way = {
  /** Whether it takes the browser's own socket with it. */
  own: boolean
  /** Whether the account has two factors before. */
  secured?: boolean
  act: (parts: Case) => Promise<unknown>
}

/** Everything that ends sessions. */
const ways: Record<string, Way> = {
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
      const token = await mailedToken(admin, email, '/reset#')
      await here.api.auth.resetPassword.mutate({ token, password: 'an even longer pass phrase' })
    },
  },
  'the address changes': {
    own: true,
    async act({ here, admin }) {
      const email = `new-${here.account.email}`
      await here.api.account.requestEmailChange.mutate({ email })
      const token = await mailedToken(admin, email, '/verify?for=change#')
      await here.api.auth.confirmEmailChange.mutate({ token })
    },
  },
  'the address is confirmed': {
    own: true,
    async act({ here, admin }) {
      const token = await mailedToken(admin, here.account.email, '/verify#')
      await here.api.auth.verifyEmail.mutate({ token, password })
    },
  },
  'a second factor is turned on': {
    own: true,
    act: ({ here }) => secure(here),
  },
  'a second factor is turned off': {
    own: true,
    secured: true,
    act: ({ here }) => here.api.account.disableTwoFactor.mutate(),
  },
  'the account is locked': { own: true, act: ({ admin, id }) => admin.api.users.lock.mutate({ id, reason: 'It sold things.' }) },
  'an administrator ends their sessions': { own: true, act: ({ admin, id }) => admin.api.users.endSessions.mutate({ id }) },
  'the account is deleted': { own: true, act: ({ admin, id }) => admin.api.users.delete.mutate({ id }) },
  'the account is erased': { own: true, act: ({ admin, id }) => admin.api.users.erase.mutate({ id }) },
}

onEachEngine('an open socket', (databaseUrl) => {
  let server: OpenServer
  let world: World
  let admin: TestPerson
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    admin = await signUpPerson(server.publicUrl, 'Root')
    world = await openWorld(databaseUrl())
    await world.database.knex('users').where({ id: admin.account.id }).update({ role: 'admin' })
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
    await world.close()
  })

  /** A socket, and a promise of when the server closed it. */
  async function watched(cookie: { value: string }) {
    const socket = await connect(server.publicUrl, { ...cookie })
    sockets.push(socket)
    const closed = new Promise<number>((resolve) => socket.once('disconnect', () => resolve(performance.now())))
    return { socket, closed }
  }

  it.each(Object.entries(ways))('is closed within two seconds when %s, and lets nobody in again', async (_name, way) => {
    const { own, secured = false, act } = way
    const url = server.publicUrl
    const here = await signUpPerson(url, 'Grace')
    if (secured) await secure(here)
    const { id: token } = await openSession(ctxOf(world), here.account.id)
    const elsewhere = { value: `prologue=${token}` }
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

/** Turns two factors on. */
async function secure({ api }: TestPerson): Promise<void> {
  const { secret } = await api.account.beginTwoFactor.mutate()
  await api.account.enableTwoFactor.mutate({ code: await appCode(secret) })
}

/** What the newest mail to an address has behind such a link, as the administrator reads it. */
function mailedToken(admin: TestPerson, address: string, link: string): Promise<string> {
  return vi.waitFor(async () => {
    const mails = await admin.api.mail.list.query()
    const [, token] = mails.find((mail) => mail.to === address && mail.link?.includes(link))?.link?.split('#') ?? []
    if (token === undefined) throw new Error('The mail is not there yet')
    return token
  })
}

function afterAWhile(): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(performance.now()), 2 * soon))
}
