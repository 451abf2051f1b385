import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/** Milliseconds between two signs that an answer is still being written. */
const beat = 5_000
/** And without one after which nobody writes it any more. */
export const lifeless = 15_000

/**
 * Keeps showing in the row of an answer that this process writes it, so that none that starts meanwhile gives it up. `gone` is called once
 * the row was ended by somebody else. Answers what ends it.
 */
export function showLife(ctx: Ctx, promptId: string, gone: () => void): () => void {
  const timer = setInterval(() => {
    show(ctx, promptId).then(
      (shown) => shown === 0 && gone(),
      // A database that is away starts no other process either.
      (error: unknown) => ctx.logger.warn({ err: error, promptId }, 'It could not be shown that an answer is being written'),
    )
  }, beat)
  return () => clearInterval(timer)
}

async function show(ctx: Ctx, promptId: string): Promise<number> {
  return withTransaction(ctx, async (tx) =>
    Prompt.with(tx).findById(promptId).where({ status: 'pending' }).patch({ updatedAt: ctx.now() }),
  )
}
