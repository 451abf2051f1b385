import { createServer } from 'node:http'
import { clientEvents, permissionSchema } from '@prologue/contracts'
import { Server } from 'socket.io'
import { io as connect } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { portOf } from '../portOf.ts'
import { hearOnlyContract } from './hearOnlyContract.ts'

type Table = Record<string, { policy: string; because?: string }>

/** The events of a table without a rule that judges them, or that are open without a reason. */
function unjudged(table: Table): string[] {
  return Object.entries(table).flatMap(([event, { policy, because = '' }]) => {
    const saysWhy = ['signed-in', 'with-account'].includes(policy) && because.split(' ').length > 3
    return saysWhy || permissionSchema.safeParse(policy).success ? [] : [event]
  })
}

const http = createServer()
const server = new Server(http)
const heard: string[] = []

beforeAll(async () => {
  server.on('connection', (socket) => {
    hearOnlyContract(socket)
    for (const event of ['conversation:leave', 'conversation:wipe', 'toString', '__proto__']) {
      socket.on(event, () => heard.push(event))
    }
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

it('Every event a browser may send says what judges it', () => {
  expect(unjudged(clientEvents)).toEqual([])
})

it('An event that says nothing of it, or is open without a reason, is found', () => {
  const schema = clientEvents['conversation:join'].schema
  const table = {
    ...clientEvents,
    'conversation:wipe': { schema, policy: 'whoever' },
    'conversation:peek': { schema, policy: 'with-account', because: '' },
  }
  expect(unjudged(table)).toEqual(['conversation:wipe', 'conversation:peek'])
})

it('An event that stands in no contract is never heard, though somebody listens for it', async () => {
  const socket = connect(`http://127.0.0.1:${portOf(http)}`, { transports: ['websocket'] })
  for (const event of ['conversation:wipe', 'toString', '__proto__', 'conversation:leave']) socket.emit(event, {})
  await expect.poll(() => heard).toContain('conversation:leave')
  expect(heard).toEqual(['conversation:leave'])
  socket.close()
})
