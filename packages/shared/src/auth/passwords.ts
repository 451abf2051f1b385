import { randomUUID } from 'node:crypto'
import { hash, hashSync, verify } from '@node-rs/argon2'
import { AppError } from '@prologue/contracts'
import pLimit from 'p-limit'

/** argon2id, which is the library's default algorithm; memory in KiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Each run takes 19 MB and most of a core: two at a time, and a queue that does not grow without end. */
const turns = pLimit(2)
const longestQueue = 100

/** @throws AppError RATE_LIMITED when too many people sign in at once. */
export async function hashPassword(password: string): Promise<string> {
  return queued(() => hash(password, cost))
}

/** Nobody has this password: checked where there is no account, at the same cost. */
const decoy = hashSync(randomUUID(), cost)

/**
 * Whether the password is the account's. Without an account it takes the same time and answers false.
 * @throws AppError RATE_LIMITED when too many people sign in at once.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await queued(() => verify(passwordHash ?? decoy, password))
  return passwordHash !== undefined && matches
}

/**
 * For work that is not to begin unless its turn to hash comes.
 * @throws AppError RATE_LIMITED when too many people sign in at once.
 */
export function expectTurn(): void {
  if (turns.pendingCount >= longestQueue) throw new AppError('RATE_LIMITED')
}

function queued<T>(work: () => Promise<T>): Promise<T> {
  expectTurn()
  return turns(work)
}
