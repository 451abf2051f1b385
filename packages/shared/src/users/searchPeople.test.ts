import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { renameAccount } from '../auth/index.ts'
import { withTransaction } from '../context.ts'
import { User } from '../models/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { eraseAccount } from './eraseAccount.ts'
import { searchPeople } from './index.ts'

onEachDatabase('a search for people', (world) => {
  it('finds accounts by how the name or a word in it begins, in capitals or not: the name, and nothing else of them', async () => {
    const ada = ctxOf(world(), await buildUser(world()))
    const word = randomUUID().slice(0, 8)
    const found = await buildUser(world(), { name: `Zoë ${word}` })
    for (const search of [`zoë ${word.toUpperCase()}`, word, word.slice(0, 6).toUpperCase()]) {
      const people = await searchPeople(ada, { search })
      expect(people).toEqual([{ id: found.id, name: `Zoë ${word}`, colour: expect.stringMatching(/^#/), guest: false }])
      expect(JSON.stringify(people)).not.toContain('@')
    }
    const { email } = await User.query(world().database.knex).findById(found.id).throwIfNotFound()
    for (const search of [email, word.slice(1), '%%', '__']) expect(await searchPeople(ada, { search })).toEqual([])
  })

  it('finds somebody once whose words begin alike, by each word of a name with signs, and by the new name alone', async () => {
    const ada = ctxOf(world(), await buildUser(world()))
    const word = randomUUID().slice(0, 8)
    const user = await buildUser(world(), { name: `${word}a ${word}b-${word}c O’${word}d` })
    const found = async (search: string) => (await searchPeople(ada, { search })).map(({ id }) => id)
    for (const search of [word, `${word}b`, `${word}c`, `${word}d`]) expect(await found(search)).toEqual([user.id])
    await renameAccount(ctxOf(world(), user), { name: `New ${word}e` })
    expect(await found(`${word}b`)).toEqual([])
    expect(await found(`${word}e`)).toEqual([user.id])
    const parts = () => world().database.knex('user_name_parts').where({ userId: user.id })
    expect(await parts()).toHaveLength(2)
    await withTransaction(ctxOf(world()), (tx) => eraseAccount(tx, user))
    expect(await parts()).toEqual([])
  })

  it('finds eight at most, and neither oneself nor guests nor accounts that are gone', async () => {
    const name = `Many ${randomUUID().slice(0, 8)}`
    const me = ctxOf(world(), await buildUser(world(), { name }))
    const guest = await buildUser(world(), { name, role: 'guest' })
    const gone = await buildUser(world(), { name })
    await world().database.knex('users').where({ id: gone.id }).update({ deletedAt: new Date() })
    expect(await searchPeople(me, { search: name })).toEqual([])
    for (let number = 0; number < 9; number++) await buildUser(world(), { name: `${name} ${number}` })
    const people = await searchPeople(me, { search: name })
    expect(people.map((person) => person.name)).toEqual(Array.from({ length: 8 }, (_, number) => `${name} ${number}`))
    await expect(searchPeople(ctxOf(world(), guest), { search: name })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(searchPeople(ctxOf(world()), { search: name })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
