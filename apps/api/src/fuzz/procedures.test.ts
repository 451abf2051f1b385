import { accountAbilities, type UserRole } from '@prologue/contracts'
import { sampleInputs } from '@prologue/shared/testing'
import { describe, expect, it } from 'vitest'
import { procedures, type Procedure } from '../testing/strangers/procedures.ts'
import { keepLog } from '../testing/keepLog.ts'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { buildPerson } from '../testing/fuzz/buildPerson.ts'
import { faultOf, resultsIn } from '../testing/fuzz/judge.ts'
import { envelope, makeFuzzCaller } from '../testing/fuzz/makeFuzzCaller.ts'
import { rawInputs } from '../testing/fuzz/rawInputs.ts'

/** Change it to try other inputs: the same one tries the same. */
const seed = 4_026
/** Inputs of each kind for each procedure and each caller. */
const tries = 6

const log = keepLog()
const { url, world } = onSqliteServer({ env: { logLevel: 'warn' }, logger: log.logger })
const { call, callAll } = makeFuzzCaller(url)

/** What the server logged of failures that nobody expected. */
const unexpected = () =>
  log
    .text()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .join('\n')

/** Calls one procedure in every way. Answers how often it did what was asked. */
async function fuzz(procedure: Procedure, role: UserRole | null, raws: readonly string[]): Promise<number> {
  // What nobody signed in asks for is somebody's, too.
  const person = await buildPerson(world(), role ?? 'user')
  const cookie = async () => (role ? person.cookie() : '')
  const check = (asked: string, { status, text }: { status: number; text: string }) => {
    const fault = faultOf(status, text)
    expect(
      fault,
      `${procedure.path} asked by ${role ?? 'nobody'} with ${asked.slice(0, 600)}: ${text.slice(0, 200)} ${unexpected()}`,
    ).toBeNull()
    return resultsIn(text)
  }
  let results = 0
  const { valid, hostile } = sampleInputs(procedure.input, person.knownTo(procedure.path), { seed, numRuns: tries })
  for (const inputs of [valid, hostile]) {
    results += check(inputs.map(envelope).join('\n'), await callAll(procedure, inputs, await cookie()))
  }
  const signedIn = await cookie()
  for (const raw of raws) check(raw, await call(procedure, procedure.path, raw, signedIn))
  return results
}

/** Whether a procedure is for accounts of other roles alone, whatever it is asked for. */
function isForOthers({ meta: { policy } }: Procedure, role: UserRole): boolean {
  const holds = (one: UserRole) => accountAbilities[one].some((ability) => ability === policy)
  return holds('admin') && !holds(role)
}

describe('any input to any procedure', () => {
  for (const role of [null, 'user', 'admin'] as const) {
    it(`of ${role ?? 'nobody'} is answered with a code of the contract`, { timeout: 120_000 }, async () => {
      const prototype = Object.getOwnPropertyNames(Object.prototype)
      const answered: string[] = []
      for (const [index, procedure] of procedures.entries()) {
        // Each raw input comes to several procedures: what reads it is the same for all.
        const raws = rawInputs.filter((_raw, at) => at % 6 === index % 6)
        if ((await fuzz(procedure, role, raws)) > 0) answered.push(procedure.path)
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
      expect(unexpected()).toBe('')
      expect((await fetch(`${url()}/ready`)).status).toBe(200)
      // Or nothing but the gates was tried.
      const open = role && procedures.filter((procedure) => !isForOthers(procedure, role))
      expect(answered.length).toBeGreaterThan(open ? open.length / 2 : 3)
    })
  }
})
