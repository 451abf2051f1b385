import type { ModelList, ProviderTest } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Choice, Provider } from '../generation/index.ts'

/** The models that this server reaches. */
export type Models = {
  /** What the actor can choose, with what they may still spend. */
  list(ctx: Ctx): Promise<ModelList>
  /**
   * Who is to answer: the composer where nothing is chosen, else the model with those it falls back on behind it.
   * @throws AppError NOT_FOUND where it is not offered, RATE_LIMITED where the actor's budget of the day is spent
   */
  choose(ctx: Ctx, choice: Choice): Promise<Provider>
  /** Asks a model for a word. That it fails is an answer, too. @throws AppError NOT_FOUND */
  test(ctx: Ctx, asked: { id: string; model: string }): Promise<ProviderTest>
}
