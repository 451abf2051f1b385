import { randomUUID } from 'node:crypto'
import { createTemplateSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { signIn, signUp } from '../auth/index.ts'
import { createTemplate } from '../templates/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase, type World } from '../testing/index.ts'
import { deleteUser } from '../users/index.ts'

/** Ways for the audit to take no row, each with how it ends. */
const ways = {
  'its gates are gone': async ({ database: { knex } }: World) => {
    await knex('audit_gates').delete()
    return () => knex('audit_gates').insert([{ number: 0 }, { number: 1 }])
  },
  'the database refuses its rows': async ({ database: { knex, dialect } }: World) => {
    const run = [dialect.sql.refuse('planted')]
    await knex.raw(dialect.trigger({ name: 'planted', at: 'before insert', table: 'audit_logs', run }))
    return () => knex.raw('drop trigger planted')
  },
}

const written = ['users', 'sessions', 'templates', 'template_versions', 'template_search', 'audit_logs']

/** What the database said. */
async function refusalOf(acting: Promise<unknown>): Promise<string> {
  try {
    await acting
    return 'It was done'
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error) : error)
  }
}

onEachDatabase('where the audit cannot be written', (world) => {
  /** But how many tries to sign in were counted: that a try was made is kept before it is judged. */
  async function everything() {
    const tables = await Promise.all(written.map((table) => world().database.knex(table).select()))
    return tables.map((rows) => rows.map(({ failedSignIns: _counted, ...row }) => row))
  }

  it.each(Object.entries(ways))('nothing is done: %s', async (_, spoil) => {
    const password = 'a long enough password'
    const email = `${randomUUID()}@example.com`
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Grace', email, password }))
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    const template = createTemplateSchema.parse({ title: 'A template', category: 'coding', content: 'You say it.' })
    const actions = {
      signIn: () => signIn(ctxOf(world()), { email, password }),
      deleteUser: () => deleteUser(admin, { id: account.id }),
      createTemplate: () => createTemplate(ctxOf(world(), account), { ...template, variables: [] }),
    }
    const before = await everything()
    const mend = await spoil(world())
    try {
      for (const [name, act] of Object.entries(actions))
        expect(await refusalOf(act()), name).toMatch(/audit_gates_missing|planted/)
    } finally {
      await mend()
    }
    expect(await everything()).toEqual(before)
    // It was for nothing else.
    for (const act of [actions.signIn, actions.createTemplate, actions.deleteUser]) await act()
  })
})
