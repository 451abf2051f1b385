import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'

/** Others may take the same address at the same moment; each new attempt takes one at random. */
const attempts = 5

/** Runs `work`, in which a template gets its address, in a transaction; again where somebody else took that address meanwhile. */
export async function withFreeSlug<T>(ctx: Ctx, work: (tx: Ctx, attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTransaction(ctx, (tx) => work(tx, attempt))
    } catch (error) {
      // Of what the database refuses, nothing else of a template can be taken.
      const isTaken = error instanceof AppError && error.code === 'CONFLICT' && error.cause !== undefined
      if (!isTaken || attempt === attempts) throw error
    }
  }
}
