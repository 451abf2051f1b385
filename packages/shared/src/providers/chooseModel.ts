import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { composer, makeModelProvider, withFallback, type Choice, type Provider } from '../generation/index.ts'
import { allowedFor } from './allowedFor.ts'
import { costOf } from './costOf.ts'
import { familyOf } from './familyOf.ts'
import { isFree, priceOf } from './priceOf.ts'
import { readSetPrices, type SetPrices } from './setPrices.ts'
import { readProviders, type KnownProvider } from './readProviders.ts'
import { isOverBudget, refuseOverBudget } from './refuseOverBudget.ts'

/**
 * Who is to answer: the composer where nothing is chosen, else the model, and behind it the first model of each provider after it that is
 * to be fallen back on. Where the budget of `payerId` is spent, only those that are free.
 * @throws AppError NOT_FOUND where it is not offered; RATE_LIMITED where it is not free and the budget is spent
 */
export async function chooseModel(ctx: Ctx, choice: Choice, payerId: string): Promise<Provider> {
  if (!choice) return composer
  const providers = (await readProviders(ctx)).filter(({ shown }) => shown.enabled)
  const at = providers.findIndex(({ shown }) => shown.id === choice.providerId && shown.models.includes(choice.model))
  const chosen = providers[at]
  if (!chosen) throw new AppError('NOT_FOUND', 'This model is not offered here any more. Choose another.')
  const over = await isOverBudget(ctx, payerId)
  const set = await readSetPrices(ctx)
  const first = await reach(ctx, chosen, choice.model, set)
  if (over && !first.free) refuseOverBudget(ctx, payerId)
  const behind = providers.slice(at + 1).filter(({ shown }) => shown.fallback)
  const others = await Promise.all(
    behind.flatMap((other) => other.shown.models.slice(0, 1).map((model) => reach(ctx, other, model, set))),
  )
  return withFallback(
    first,
    others.filter(({ free }) => free || !over),
  )
}

async function reach(ctx: Ctx, { shown, settings }: KnownProvider, model: string, setPrices: SetPrices): Promise<Provider> {
  const { services, logger } = ctx
  const set = setPrices(shown.name, model)
  return makeModelProvider({
    name: shown.name,
    settings,
    model,
    family: familyOf(shown, model),
    free: isFree(await priceOf(shown, model, set)),
    allowed: allowedFor(ctx, shown),
    patience: services.models.patience,
    cost: (used, modelVersion) => costOf({ place: shown, model, modelVersion, set }, used),
    logger,
  })
}
