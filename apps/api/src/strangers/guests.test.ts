import { isOpen } from '@prologue/contracts'
import { buildParticipant } from '@prologue/shared/testing'
import { beforeAll, expect, it } from 'vitest'
import { onEachServer } from '../testing/onEachServer.ts'
import { callerOf } from '../testing/people.ts'
import { attacksOn, inputsOf } from '../testing/strangers/attacks.ts'
import { buildBelongings, type Belongings } from '../testing/strangers/buildBelongings.ts'
import { callProcedure, type Answer } from '../testing/strangers/callProcedures.ts'
import { procedures, type Procedure } from '../testing/strangers/procedures.ts'
import { rowsOf } from '../testing/strangers/rowsOf.ts'

/** What ends the access this is about, or the guest's session; each is tried where it belongs. */
const ends = ['participants.leave', 'auth.signOut', 'auth.signIn', 'auth.signUp']

const addressesIn = (text: string) => text.match(/[^\s"@\\]+@[\w.-]+\.[a-z]+/gi) ?? []

onEachServer('a guest', ({ url, world }) => {
  let host: Belongings
  let stranger: Belongings
  let addresses = 0

  beforeAll(async () => {
    host = await buildBelongings(world(), url())
    stranger = await buildBelongings(world(), url())
    await buildParticipant(world(), host.ids.conversation, 'editor')
  })

  /** A guest who came by a link of the host's. */
  async function enter(role: 'editor' | 'viewer') {
    const link = { conversationId: host.ids.conversation, role, expiresInDays: null }
    const { url: address } = await host.api.shares.create.mutate(link)
    const token = address.split('/s/')[1] ?? ''
    const cookie = { value: '' }
    const look = await callerOf(url(), { value: '' }).shares.look.mutate({ token })
    await callerOf(url(), cookie).shares.enter.mutate({ token, name: 'Bert' })
    return { cookie: cookie.value, look }
  }

  function call(cookie: string, { path, type }: Procedure, input: unknown): Promise<Answer> {
    addresses += 1
    const ip = `198.18.${addresses >> 8}.${addresses & 255}`
    return callProcedure({ url: url(), cookie, ip }, { path, type, input })
  }

  /** Everything else the host has, and everything of somebody they know nothing of. */
  const foreignIds = () => {
    const { conversation, draft, checkpoint, comment, prompt, promptEdit, user, ...rest } = host.ids
    const here = [
      conversation,
      draft,
      checkpoint,
      comment,
      prompt,
      promptEdit,
      user,
      rest.deletedPrompt,
      rest.deletedComment,
      rest.version,
    ]
    const templates = [rest.template, rest.rating, rest.label]
    const elsewhere = [...Object.values(rest), ...Object.values(stranger.ids)]
    const published = [stranger.ids.template, stranger.ids.version, stranger.ids.user]
    return elsewhere.filter((id) => ![...here, ...templates, ...published].includes(id))
  }

  it.each(['viewer', 'editor'] as const)(
    'who is %s reads what is in the conversation, and in no answer an address or another conversation',
    { timeout: 120_000 },
    async (role) => {
      const { cookie, look } = await enter(role)
      expect(Object.keys(look).toSorted()).toEqual(['role', 'sharedBy', 'title'])
      let read = 0
      for (const procedure of procedures.filter(({ type, path }) => type === 'query' && !ends.includes(path))) {
        for (const input of inputsOf(procedure, host)) {
          const { text, error } = await call(cookie, procedure, input)
          if (error === null) read += 1
          expect([procedure.path, addressesIn(text)]).toEqual([procedure.path, []])
          for (const id of foreignIds()) expect(text, procedure.path).not.toContain(id)
        }
      }
      expect(read).toBeGreaterThan(8)
    },
  )

  it(
    'finds nothing of another conversation, whatever ids are asked for, and changes nothing there',
    { timeout: 120_000 },
    async () => {
      const { cookie } = await enter('editor')
      const before = await rowsOf(world(), stranger)
      for (const procedure of procedures.filter(({ path, meta }) => !ends.includes(path) && !isOpen(meta))) {
        for (const { input } of attacksOn(procedure, host, stranger).filter(({ ofEachKind }) => !ofEachKind)) {
          const { text, error } = await call(cookie, procedure, input)
          expect(text, procedure.path).not.toContain(stranger.canary)
          expect(error?.code, `${procedure.path}: ${text}`).not.toBe('INTERNAL')
        }
      }
      expect(await rowsOf(world(), stranger)).toEqual(before)
    },
  )

  it('may do nothing that is for accounts', { timeout: 120_000 }, async () => {
    const { cookie } = await enter('editor')
    const forAccounts = procedures.filter(({ meta }) => meta.policy === 'with-account')
    for (const procedure of forAccounts) {
      const { error } = await call(cookie, procedure, inputsOf(procedure, host)[0])
      expect([procedure.path, error?.code]).toEqual([procedure.path, 'FORBIDDEN'])
    }
    expect(forAccounts.map(({ path }) => path)).toEqual(expect.arrayContaining(['people.search', 'account.get', 'sessions.list']))
    const creating = procedures.filter(({ path }) => ['conversations.create', 'templates.create'].includes(path))
    for (const procedure of creating) {
      expect((await call(cookie, procedure, inputsOf(procedure, host)[0])).error?.code).toBe('FORBIDDEN')
    }
  })
})
