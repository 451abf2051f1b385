import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import { ctxOf, onEachDatabase, signedUp } from '../testing/index.ts'
import { signUp } from './index.ts'

onEachDatabase('signing up where mail goes out', (world) => {
  it('answers before it has looked for the address: new and taken take the same time', async () => {
    const person = await signedUp(world())
    await world().mailbox.settled()
    const base = ctxOf(world())
    const later: (() => Promise<Mail | null>)[] = []
    const mail: Ctx['services']['mail'] = { ...base.services.mail, sends: true, post: (write) => later.push(write) }
    const ctx: Ctx = { ...base, services: { ...base.services, mail } }
    const { knex } = world().database
    const asked: string[] = []
    const count = ({ sql }: { sql: string }) => void asked.push(sql.replaceAll('`', ''))
    knex.on('query', count)
    for (const email of [person.email, `${randomUUID()}@example.com`]) {
      expect(await signUp(ctx, { name: 'Ada', email, password: 'a long enough password' })).toEqual({ status: 'check-mail' })
    }
    // What administrators have set is the same for both.
    expect(asked).toEqual(['select settings.* from settings', 'select settings.* from settings'])
    knex.off('query', count)
    // The work that is left is what it would be else.
    const mails: (Mail | null)[] = []
    for (const write of later) mails.push(await write())
    expect(mails.map((mail) => mail?.subject)).toEqual(['You have an account already', 'Confirm your address'])
  })
})
