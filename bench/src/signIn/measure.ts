import { randomUUID } from 'node:crypto'
import { AppError } from '@prologue/contracts'
import type { Database } from '@prologue/shared'
import { appRouter } from '@prologue/shared'
import { makeCallers } from '../data/callers.ts'

/** Of whom a try to sign in is: of nobody, of somebody with a wrong password, of an account that is locked. */
export const kinds = ['unknown', 'wrong', 'locked'] as const
type Kind = (typeof kinds)[number]

/** Milliseconds of every try. */
export type Times = Record<Kind, number[]>

const password = 'a long enough password'
const warmUp = 20
const atOnce = 20
const nothing = () => {}

const addressOf = (number: number) => `person-${String(number).padStart(31, '0')}@example.com`
const unknownAddress = () => `${randomUUID()}--@example.com`

/** As many tries of each kind, each with an address of its own, in turns whose order changes: what disturbs one disturbs all. */
export async function measure(database: Database, tries: number): Promise<Times> {
  const callers = makeCallers(database)
  const anonymous = { actor: { kind: 'anonymous' }, setSession: nothing, showAllowance: nothing } as const
  const { auth } = appRouter.createCaller({ ...callers.ctxOf('', 'user'), ...anonymous })

  const accounts = 2 * (tries + warmUp)
  for (let start = 0; start < accounts; start += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, accounts - start) }, (_, index) => start + index)
    await Promise.all(numbers.map((number) => auth.signUp({ name: 'Somebody', email: addressOf(number), password })))
  }
  const lockedUntil = new Date(Date.now() + 86_400_000)
  await database
    .knex('users')
    .where('emailCanonical', '>=', addressOf(accounts / 2))
    .where('emailCanonical', 'like', 'person-%')
    .update({ failedSignIns: 5, lockedUntil })

  async function time(email: string): Promise<number> {
    const begun = performance.now()
    const refusal = await auth.signIn({ email, password: 'not the password' }).catch((error: unknown) => error)
    const took = performance.now() - begun
    const { cause } = refusal instanceof Error ? refusal : {}
    if (!(cause instanceof AppError && cause.code === 'UNAUTHENTICATED'))
      throw new Error('This was not refused', { cause: refusal })
    return took
  }

  const times: Times = { unknown: [], wrong: [], locked: [] }
  for (let turn = 0; turn < tries + warmUp; turn += 1) {
    const addresses = { unknown: unknownAddress(), wrong: addressOf(turn), locked: addressOf(accounts / 2 + turn) }
    for (let place = 0; place < kinds.length; place += 1) {
      const kind = kinds[(turn + place) % kinds.length] ?? 'unknown'
      const took = await time(addresses[kind])
      if (turn >= warmUp) times[kind].push(took)
    }
  }
  await callers.close()
  return times
}
