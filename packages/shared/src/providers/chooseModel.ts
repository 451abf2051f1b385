import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { composer, makeModelProvider, withFallback, type Choice, type Provider } from '../generation/index.ts'
import { allowedFor } from './allowedFor.ts'
import { costOf } from './costOf.ts'
import { familyOf } from './familyOf.ts'
import { isLocal } from './isLocal.ts'
import { readSetPrices, type SetPrices } from './priceOf.ts'
import { readProviders, type KnownProvider } from './readProviders.ts'
import { isOverBudget, refuseOverBudget } from './refuseOverBudget.ts'

/**
 * Who is to answer: the composer where nothing is chosen, else the model, and behind it the first model of each provider after it that is
 * to be fallen back on.
 * @throws AppError UNAUTHENTICATED; NOT_FOUND where it is not offered; RATE_LIMITED where the actor's budget of the day is spent
 */
export async function chooseModel(ctx: Ctx, choice: Choice): Promise<Provider> {
  if (!choice) return composer
  const providers = (await readProviders(ctx)).filter(({ shown }) => shown.enabled)
  const at = providers.findIndex(({ shown }) => shown.id === choice.providerId && shown.models.includes(choice.model))
  const chosen = providers[at]
  if (!chosen) throw new AppError('NOT_FOUND', 'This model is not offered here any more. Choose another.')
  const over = await isOverBudget(ctx)
  if (over && !isLocal(chosen.shown)) refuseOverBudget(ctx.now())
  const set = await readSetPrices(ctx)
  const others = providers.slice(at + 1).filter(({ shown }) => shown.fallback && (!over || isLocal(shown)))
  return withFallback(
    reach(ctx, chosen, choice.model, set),
    others.flatMap((other) => other.shown.models.slice(0, 1).map((model) => reach(ctx, other, model, set))),
  )
}

function reach(ctx: Ctx, { shown, settings }: KnownProvider, model: string, set: SetPrices): Provider {
  const { services, logger } = ctx
  return makeModelProvider({
    name: shown.name,
    settings,
    model,
    family: familyOf(shown, model),
    allowed: allowedFor(ctx, shown),
    patience: services.models.patience,
    cost: (used, modelVersion) => costOf({ place: shown, model, modelVersion, set: set(shown.name, model) }, used),
    logger,
  })
}
