import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '@prologue/shared/testing'
import { openDatabase } from '@prologue/shared'
import { withoutValues } from './logger.ts'
import { keepLog } from './testing/keepLog.ts'

const canary = 'what-somebody-wrote'

for (const engine of engines) {
  describe.skipIf(!engine.available)(`a failed statement in the log, on ${engine.name}`, () => {
    let place: { url: string; drop: () => Promise<void> }
    beforeAll(async () => {
      place = await engine.create()
    })
    afterAll(() => place.drop())

    it('does not tell the values it carried', async () => {
      const database = await openDatabase(place.url)
      const { knex } = database
      await knex.schema.createTable('notes', (table) => table.string('note', 100).primary())
      await knex('notes').insert({ note: canary })
      const failures: unknown[] = [
        await knex('notes')
          .insert({ note: canary })
          .catch((error: unknown) => error),
        await knex('nowhere')
          .insert({ note: canary })
          .catch((error: unknown) => error),
      ]
      await database.close()
      for (const failure of failures) {
        const logged = JSON.stringify(withoutValues(failure))
        expect(logged).toContain('at ')
        expect(logged).not.toContain(canary)
      }
    })
  })
}

describe('a log line', () => {
  it('has none of what lets somebody in, wherever it stands', () => {
    const { logger, text } = keepLog()
    for (const name of [
      'password',
      'currentPassword',
      'token',
      'setupToken',
      'challenge',
      'secret',
      'apiKey',
      'secretKey',
      'cookie',
      'authorization',
    ]) {
      logger.error(
        { [name]: canary, input: { [name]: canary }, req: { headers: { [name]: canary } }, a: { b: { [name]: canary } } },
        name,
      )
    }
    logger.error({ err: new Error(`in "/s/${canary}" (GET)`), req: { method: 'GET', url: `/s/${canary}` } }, 'a share link')
    expect(text()).toContain('authorization')
    expect(text()).toContain('(GET)')
    expect(text()).not.toContain(canary)
  })
})
