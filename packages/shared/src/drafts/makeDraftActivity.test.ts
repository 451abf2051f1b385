import { expect, it, vi } from 'vitest'
import { openDatabase } from '../database/index.ts'
import { buildConversation, onEachEngine, openWorld } from '../testing/index.ts'
import { makeDraftActivity } from './makeDraftActivity.ts'

onEachEngine('the activity of a draft', (url) => {
  it('that could not be kept is warned of and tried with the next edit, whose minute of quiet is a whole one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const database = await openDatabase(url())
    const warned: object[] = []
    const told: string[] = []
    const logger = { warn: (fields: object) => void warned.push(fields) }
    const activity = makeDraftActivity(database.knex, { onActive: (id) => told.push(id), logger })
    try {
      // Nothing can be kept in a database without tables.
      activity(['a draft'])
      await vi.waitFor(() => expect(warned).toMatchObject([{ draftIds: ['a draft'] }]))
      const world = await openWorld(url())
      const { id, draftId } = await buildConversation(world)
      const other = await buildConversation(world)
      await database.knex.schema.renameTable('conversations', 'away')
      activity([draftId])
      await vi.waitFor(() => expect(warned).toHaveLength(2))
      await database.knex.schema.renameTable('away', 'conversations')

      await vi.advanceTimersByTimeAsync(30_000)
      activity([draftId])
      await vi.waitFor(() => expect(told).toEqual([id]))
      await vi.advanceTimersByTimeAsync(45_000)
      activity([draftId, other.draftId])
      await vi.waitFor(() => expect(told).toEqual([id, other.id]))
      await vi.advanceTimersByTimeAsync(20_000)
      activity([draftId])
      await vi.waitFor(() => expect(told).toEqual([id, other.id, id]))
      await world.close()
    } finally {
      vi.useRealTimers()
      await database.close()
    }
  })
})
