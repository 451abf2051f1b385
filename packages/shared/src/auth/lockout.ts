import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'

/** So many tries lock an account. */
const triesBeforeLock = 5
/** For how long: after the first of these tries, the next, and so on; in seconds. It is never for good. */
const delays = [30, 60, 120, 240, 480, 900]

/** No account has this id: a try for nobody does the same work. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What an account has that nobody tries to guess. */
export const noTries = { failedSignIns: 0, lockedUntil: null }

/** A try that counts; with `locks` one that locks the account, unless it turns out right. */
export type CountedTry = { count: number; locks: boolean }

/**
 * Counts a try to prove who one is before it is judged, in one statement: of many at once only as many are judged as there
 * are tries left. Null where the account is locked for now, or there is none.
 */
export async function countTry(tx: Ctx, userId: string | undefined): Promise<CountedTry | null> {
  const id = userId ?? nobody
  const now = tx.now()
  const last = delays.length - 1
  const steps = delays.slice(0, last).map((_, step) => `when failed_sign_ins = ${triesBeforeLock - 1 + step} then ?`)
  const lockedUntil = `case when failed_sign_ins < ${triesBeforeLock - 1} then null ${steps.join(' ')} else ? end`
  const counted = await tx
    .db('users')
    .where({ id })
    .whereNull('deletedAt')
    .where((open) => open.whereNull('lockedUntil').orWhere('lockedUntil', '<=', now))
    // In this order: MySQL reads what the statement has written so far, SQLite what was there before.
    .update({
      lockedUntil: tx.db.raw(
        lockedUntil,
        delays.map((seconds) => new Date(now.getTime() + seconds * 1_000)),
      ),
      failedSignIns: tx.db.raw('failed_sign_ins + 1'),
    })
  // Asked for nobody as well: the same work.
  const row = await tx.db('users').where({ id }).first<{ failedSignIns: number } | undefined>('failedSignIns')
  if (counted !== 1 || !row) return null
  return { count: row.failedSignIns, locks: row.failedSignIns === triesBeforeLock }
}

/**
 * Takes back a try that was right where more is still to be proved: what comes next is not judged by the lock it made. The tries
 * before it stay counted.
 */
export async function giveBackTry(tx: Ctx, userId: string, { count }: CountedTry): Promise<void> {
  await tx
    .db('users')
    .where({ id: userId })
    // Cleared meanwhile, there is nothing to give back.
    .where('failedSignIns', '>=', count)
    .update({
      failedSignIns: tx.db.raw('failed_sign_ins - 1'),
      // A lock that was there before it had ended, or it would not have been judged.
      ...(count >= triesBeforeLock && { lockedUntil: null }),
    })
}

/** Forgets the tries of somebody who proved who they are, and unlocks the account. */
export async function clearTries(tx: Ctx, userId: string): Promise<void> {
  await User.with(tx).findById(userId).patch(noTries)
}
