import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { User } from '../models/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { searchPeople } from './index.ts'

onEachDatabase('a search for people', (world) => {
  it('finds accounts by how the name begins, in capitals or not: the name, and nothing else of them', async () => {
    const ada = ctxOf(world(), await buildUser(world()))
    const word = randomUUID().slice(0, 8)
    const found = await buildUser(world(), { name: `Zoë ${word}` })
    const people = await searchPeople(ada, { search: `zoë ${word.toUpperCase()}` })
    expect(people).toEqual([{ id: found.id, name: `Zoë ${word}`, colour: expect.stringMatching(/^#/), guest: false }])
    expect(JSON.stringify(people)).not.toContain('@')
    const { email } = await User.query(world().database.knex).findById(found.id).throwIfNotFound()
    for (const search of [email, word, '%%', '__']) expect(await searchPeople(ada, { search })).toEqual([])
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
