import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@prologue/contracts'
import { openWorld, sampleInputs, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPerson } from '../testing/fuzz/buildPerson.ts'
import { faultOf, resultsIn } from '../testing/fuzz/judge.ts'
import { makeFuzzCaller } from '../testing/fuzz/makeFuzzCaller.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'
import { procedures, type Procedure } from '../testing/strangers/procedures.ts'

const roles = [null, 'user', 'admin'] as const
type Asking = { procedure: Procedure; person: Awaited<ReturnType<typeof buildPerson>>; cookie: string }

/** Change it to try other inputs: the same one tries the same. */
const seed = 2_611

let folder: string
let server: ServerProcess
let world: World
const people = new Map<string, Asking[]>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-fuzz-'))
  const url = `sqlite:${join(folder, 'fuzz.sqlite')}`
  server = await startProcess({ DATABASE_URL: url, DATA_DIR: folder, TRUST_PROXY: '1', LOG_LEVEL: 'error' })
  world = await openWorld(url)
  // All before the first call: later on the process alone writes, and finds nobody in its way.
  for (const role of roles) {
    const asking: Asking[] = []
    for (const procedure of procedures) {
      const person = await buildPerson(world, role ?? 'user')
      asking.push({ procedure, person, cookie: role ? await person.cookie() : '' })
    }
    people.set(String(role), asking)
  }
}, 120_000)
afterAll(async () => {
  await server.end('SIGTERM')
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const { callAll } = makeFuzzCaller(() => server.url)

/** So many inputs of a procedure: what it takes, and as much of what it does not, by turns. */
function inputsOf({ procedure: { path, input }, person }: Omit<Asking, 'cookie'>, count: number): unknown[] {
  const { valid, hostile } = sampleInputs(input, person.knownTo(path), { seed, numRuns: 5 })
  const inputs = [...valid, ...hostile]
  return Array.from({ length: count }, (_, index) => inputs[index % inputs.length])
}

/** The process is the one that was started, it serves, and it has logged nothing that nobody expected. */
async function expectUnharmed() {
  expect([server.process.exitCode, server.process.signalCode]).toEqual([null, null])
  expect((await fetch(`${server.url}/ready`)).status).toBe(200)
  expect(server.output()).not.toContain('"level":')
}

describe('a server in a process of its own', () => {
  for (const role of roles) {
    it(`refuses any thousand calls at once of ${role ?? 'nobody'} as a whole, and lives on`, { timeout: 120_000 }, async () => {
      for (const { procedure, person, cookie } of people.get(String(role)) ?? []) {
        const { status, text } = await callAll(procedure, inputsOf({ procedure, person }, 1_000), cookie)
        expect(status, procedure.path).toBeGreaterThanOrEqual(400)
        expect(faultOf(status, text), `${procedure.path}: ${text.slice(0, 300)}`).toBeNull()
        expect(resultsIn(text), procedure.path).toBe(0)
      }
      await expectUnharmed()
    })

    it(`answers as many calls of ${role ?? 'nobody'} as it takes at once, and lives on`, { timeout: 120_000 }, async () => {
      let answers = 0
      for (const { procedure, person, cookie } of people.get(String(role)) ?? []) {
        const { status, text } = await callAll(procedure, inputsOf({ procedure, person }, limits.batch), cookie)
        expect(faultOf(status, text), `${procedure.path}: ${text.slice(0, 300)}`).toBeNull()
        answers += resultsIn(text)
      }
      // Or nothing but the gates was tried.
      expect(answers).toBeGreaterThan(role ? procedures.length : 3)
      await expectUnharmed()
    })
  }
})
