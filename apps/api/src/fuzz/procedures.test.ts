import type { UserRole } from '@prologue/contracts'
import { sampleInputs } from '@prologue/shared/testing'
import { stringify } from 'superjson'
import { describe, expect, it } from 'vitest'
import { procedures, type Procedure } from '../testing/strangers/procedures.ts'
import { keepLog } from '../testing/keepLog.ts'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { buildPerson } from '../testing/fuzz/buildPerson.ts'
import { faultOf, resultsIn } from '../testing/fuzz/judge.ts'
import { rawInputs } from '../testing/fuzz/rawInputs.ts'

/** Change it to try other inputs: the same one tries the same. */
const seed = 4_026
/** Inputs of each kind for each procedure and each caller. */
const tries = 6

let calls = 0
const log = keepLog()
const { url, world } = onSqliteServer({ env: { logLevel: 'warn' }, logger: log.logger })

/** What the server logged of failures that nobody expected. */
const unexpected = () =>
  log
    .text()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .join('\n')

/** An input as the client writes it, also where the client would refuse to. */
function envelope(input: unknown): string {
  try {
    return stringify(input)
  } catch {
    return JSON.stringify({ json: input }, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  }
}

/** Calls over HTTP, each time from an address of its own: what is limited is tried elsewhere. */
async function call({ type }: Procedure, path: string, payload: string, cookie: string) {
  calls += 1
  const headers = { cookie, origin: url(), 'x-forwarded-for': `198.18.${calls >> 8}.${calls & 255}` }
  const address = `${url()}/trpc/${path}`
  const query = `${path.includes('?') ? '&' : '?'}input=${encodeURIComponent(payload.toWellFormed())}`
  const response =
    type === 'query'
      ? await fetch(`${address}${query}`, { headers })
      : await fetch(address, { method: 'POST', body: payload, headers: { ...headers, 'content-type': 'application/json' } })
  return { status: response.status, text: await response.text() }
}

/** All inputs in one request. */
async function callAll(procedure: Procedure, inputs: readonly unknown[], cookie: string) {
  const body = `{${inputs.map((input, index) => `"${index}":${envelope(input)}`).join(',')}}`
  return call(procedure, `${inputs.map(() => procedure.path).join(',')}?batch=1`, body, cookie)
}

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
      expect(answered.length).toBeGreaterThan(role ? procedures.length / 2 : 3)
    })
  }

  it('in a batch of a thousand is refused as a whole', async () => {
    // Those that take nothing would do what is asked.
    for (const procedure of procedures.filter(({ input }) => input === undefined)) {
      const answer = await callAll(procedure, Array.from({ length: 1_000 }), '')
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(faultOf(answer.status, answer.text), answer.text.slice(0, 300)).toBeNull()
      expect(resultsIn(answer.text)).toBe(0)
    }
  })
})
