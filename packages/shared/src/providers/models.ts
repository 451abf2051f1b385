import type { ModelList, ProviderTest } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Choice, Patience, Provider, ProviderSettings, Turn } from '../generation/index.ts'

/** What the operator has set. */
export type ModelsConfig = {
  /** Those set in the environment. */
  environment: readonly ProviderSettings[]
  /** Whether providers that administrators set up may be in a private network or on this machine. */
  privateNetworks: boolean
  /** Of one person, in micro-USD since midnight UTC; null: as much as they like, undefined: what administrators have set. */
  dailyBudget: number | null | undefined
  patience: Patience
}

/** The models that this server reaches. */
export type Models = ModelsConfig & {
  /** What the actor can choose, with what they may still spend. @throws AppError UNAUTHENTICATED */
  list(ctx: Ctx): Promise<ModelList>
  /**
   * Who is to answer: the composer where nothing is chosen, else the model with those it falls back on behind it.
   * @throws AppError NOT_FOUND where it is not offered, RATE_LIMITED where the payer's budget of the day is spent
   */
  choose(ctx: Ctx, choice: Choice, payerId: string): Promise<Provider>
  /** What an answer may cost, in micro-USD: as much is held back of the payer's budget while it is written. 0 where nobody has one. */
  estimate(ctx: Ctx, asked: { provider: Provider; turn: Turn }): Promise<number>
  /** Finds room for it, in the transaction in which the caller writes it down. @throws AppError RATE_LIMITED where there is none */
  reserve(tx: Ctx, payerId: string, provider: Provider): Promise<void>
  /** Asks a model for a word. That it fails is an answer, too. @throws AppError FORBIDDEN, NOT_FOUND */
  test(ctx: Ctx, asked: { id: string; model: string }): Promise<ProviderTest>
}
