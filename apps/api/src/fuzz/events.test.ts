import { clientEvents } from '@prologue/contracts'
import { sampleInputs } from '@prologue/shared/testing'
import { describe, expect, it } from 'vitest'
import { keepLog } from '../testing/keepLog.ts'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { openRawLine, type RawLine } from '../testing/rawLine.ts'
import { buildPerson } from '../testing/fuzz/buildPerson.ts'

const seed = 4_026
const log = keepLog()

let lines = 0
const { url, world } = onSqliteServer({ env: { logLevel: 'warn' }, logger: log.logger })

/** A line of this person that has been let in, from an address of its own. */
async function openLine(person: Awaited<ReturnType<typeof buildPerson>>): Promise<RawLine> {
  lines += 1
  const headers = {
    origin: url(),
    cookie: await person.cookie(),
    'x-forwarded-for': `198.18.${lines >> 8}.${lines & 255}`,
  }
  const line = await openRawLine(url(), headers)
  line.send('40')
  await line.receive('40')
  return line
}

/** Fails unless a new line is answered, nothing unexpected was logged and no object has a field it did not have. */
async function expectAlive(person: Awaited<ReturnType<typeof buildPerson>>, after: string): Promise<void> {
  const line = await openLine(person)
  line.send('421["conversation:join",{}]')
  expect(await line.receive('431'), after).toContain('VALIDATION')
  line.close()
  expect(
    log
      .text()
      .split('\n')
      .filter((text) => text.includes('"level":50')),
    after,
  ).toEqual([])
  expect('polluted' in {}, after).toBe(false)
}

/** JSON as the client writes it, with what it would not: no value, numbers that are too large. */
const written = (value: unknown) =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? 'null'

describe('any value in any event', () => {
  it('is answered with a code of the contract where it asks for an answer', { timeout: 60_000 }, async () => {
    const person = await buildPerson(world(), 'user')
    for (const [event, { schema }] of Object.entries(clientEvents)) {
      const { valid, hostile } = sampleInputs(schema, person.knownTo(event), { seed, numRuns: 40 })
      const line = await openLine(person)
      for (const [id, input] of [...valid, ...hostile].entries()) {
        line.send(`42["${event}",${written(input)}]`)
        line.send(`42${id}["${event}",${written(input)}]`)
      }
      // Answered after what came before it.
      line.send('42999["conversation:join",{}]')
      await line.receive('43999')
      const answers = line.frames.filter((frame) => frame.startsWith('43'))
      for (const answer of answers) expect(answer).toMatch(/^43\d+\[\{"ok":(true,|false,"error":\{"code":"(?!INTERNAL)[A-Z_]+")/)
      const unanswered = ['draft:close', 'draft:awareness', 'presence:update', 'conversation:leave', 'activity:leave'].includes(
        event,
      )
      expect(answers.length, event).toBeGreaterThan(unanswered ? 0 : Math.min(40, valid.length + hostile.length))
      line.close()
      await expectAlive(person, event)
    }
  })
})

/** Frames that no client of ours sends: packets of other kinds, of other namespaces, cut off, or with names that mean something else. */
const frames: readonly (string | Uint8Array)[] = [
  '',
  '2',
  '2probe',
  '3',
  '5',
  '6',
  '9',
  'x',
  '\u0000',
  '4',
  '40',
  '40/admin,',
  '40/__proto__,{}',
  '41/admin,',
  '42',
  '42[',
  '42[]',
  '42[7]',
  '42[null]',
  '42{"a":1}',
  '42"text"',
  '42["conversation:join"',
  '42["conversation:join"]',
  '42/admin,["conversation:join",{}]',
  '42[["conversation:join"],{}]',
  '42["__proto__",{"polluted":true}]',
  '42["constructor",{}]',
  '42["toString"]',
  '42["hasOwnProperty"]',
  '42["connect"]',
  '42["connect_error"]',
  '42["disconnect"]',
  '42["disconnecting"]',
  '42["newListener"]',
  '42["removeListener"]',
  '42["error","x"]',
  '42["conversation:join",{"__proto__":{"polluted":true}}]',
  '42["conversation:join",{"constructor":{"prototype":{"polluted":true}}}]',
  '4299999999999999999999["conversation:join",{}]',
  '42-1["conversation:join",{}]',
  '42["conversation:join",{},{},{},{},{}]',
  `42["conversation:join",${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
  '43',
  '43["x"]',
  '437["x"]',
  '44',
  '44{"message":"x"}',
  '45',
  '45-',
  '45-["x"]',
  '451-["draft:push",{"_placeholder":true,"num":7}]',
  '451-["draft:push",{"_placeholder":true,"num":-1}]',
  '451-["draft:push",{"_placeholder":true,"num":"x"}]',
  '4599999999-["draft:push",{"_placeholder":true,"num":0}]',
  '461-["x"]',
  '47',
  new Uint8Array(0),
  new Uint8Array([0, 1, 2, 255]),
  new Uint8Array(1_000).fill(255),
]

describe('any frame', () => {
  it('ends its own line at most, and the server goes on', { timeout: 60_000 }, async () => {
    const person = await buildPerson(world(), 'user')
    const prototype = Object.getOwnPropertyNames(Object.prototype)
    let ended = 0
    for (const frame of frames) {
      const line = await openLine(person)
      line.send(frame)
      // What was begun as a packet of several parts is gone on with.
      line.send(new Uint8Array([1, 2, 3]))
      line.send('421["conversation:join",{}]')
      const answer = await line.receive('431').catch(() => null)
      if (answer === null) ended += 1
      expect(answer ?? 'VALIDATION', String(frame).slice(0, 80)).toContain('VALIDATION')
      line.close()
    }
    expect(ended).toBeGreaterThan(0)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
    await expectAlive(person, 'all frames')
  })
})
