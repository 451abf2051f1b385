import { onEachDatabase } from '@prologue/shared/testing'
import { expect, it } from 'vitest'
import { makeContexts } from './makeContexts.ts'
import { keepLog } from './testing/keepLog.ts'

onEachDatabase('what is logged on the way', (world) => {
  it('tells which job, socket or request it was', () => {
    const { logger, text } = keepLog()
    const { database, services } = world()
    const contexts = makeContexts({ database, services, logger })
    contexts.system('job-7').logger.info({ rows: 1 }, 'A job speaks')
    contexts
      .of({ actor: { kind: 'anonymous' }, requestId: 'a-socket', ip: null, userAgent: null })
      .logger.warn({}, 'A socket speaks')
    const lines = text()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      { requestId: 'job-7', msg: 'A job speaks', rows: 1 },
      { requestId: 'a-socket', msg: 'A socket speaks' },
    ])
  })
})
