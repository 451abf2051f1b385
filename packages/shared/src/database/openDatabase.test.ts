import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { onEachEngine } from '../testing/index.ts'
import { openDatabase } from './openDatabase.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

describe('a database that is away at the start', () => {
  it('is named, without its password', async () => {
    const port = await freePort()
    const opening = openDatabase(`mysql://prologue:sesame@127.0.0.1:${port}/prologue`)
    await expect(opening).rejects.toThrow(`The database mysql://prologue@127.0.0.1:${port}/prologue cannot be used`)
  })

  it('is named when its file cannot be opened', async () => {
    await expect(openDatabase('sqlite:/dev/null/prologue.sqlite')).rejects.toThrow(
      'The database sqlite:/dev/null/prologue.sqlite cannot be used',
    )
  })

  it('must be one of the two we know', async () => {
    await expect(openDatabase('postgres://localhost/prologue')).rejects.toThrow('must begin with mysql:// or sqlite:')
  })
})

/** What a connection is set to; one column a setting. */
const settings = {
  sqlite: {
    read: `select journal_mode as journal, synchronous, foreign_keys as keys_on, timeout from pragma_journal_mode,
      pragma_synchronous, pragma_foreign_keys, pragma_busy_timeout`,
    expected: { journal: 'wal', synchronous: 2, keysOn: 1, timeout: 5000 },
  },
  mysql: {
    read: `select @@session.transaction_isolation as isolation, @@session.time_zone as zone,
      @@session.character_set_client as sent, @@session.character_set_results as answered,
      find_in_set('STRICT_ALL_TABLES', @@session.sql_mode) > 0 as strict`,
    expected: { isolation: 'READ-COMMITTED', zone: '+00:00', sent: 'utf8mb4', answered: 'utf8mb4', strict: 1 },
  },
}

onEachEngine('a connection', (url) => {
  it('is set so that nothing that was said to be written is lost, cut or read otherwise', async () => {
    const database = await openDatabase(url())
    const { knex, dialect } = database
    const { read, expected } = settings[dialect.name]
    expect(await knex.from(knex.raw(`(${read}) as settings`)).first()).toEqual(expected)
    await database.close()
  })
})
