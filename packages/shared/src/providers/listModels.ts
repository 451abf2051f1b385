import type { Model, ModelList, Provider } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { familyOf } from './familyOf.ts'
import { isLocal } from './isLocal.ts'
import { knownModel } from './knownModel.ts'
import { priceOf } from './priceOf.ts'
import { readDailyBudget } from './readDailyBudget.ts'
import { readProviders } from './readProviders.ts'
import { readSetPrices, type SetPrice } from './setPrices.ts'
import { spentToday } from './spentToday.ts'

/**
 * The models of all providers that are on, in their order, with what the actor may still spend. Guests spend of what the owner of a
 * conversation may: how much that is, is the owner's to know.
 * @throws AppError UNAUTHENTICATED
 */
export async function listModels(ctx: Ctx): Promise<ModelList> {
  const { userId, role } = signedIn(ctx.actor)
  const providers = (await readProviders(ctx)).map(({ shown }) => shown).filter(({ enabled }) => enabled)
  const set = await readSetPrices(ctx)
  const offered = providers.flatMap((provider) => provider.models.map((model) => ({ provider, model })))
  const items = await Promise.all(offered.map(({ provider, model }) => present(provider, model, set(provider.name, model))))
  const dailyBudget = role === 'guest' ? null : await readDailyBudget(ctx)
  return { items, spentToday: await spentToday(ctx, userId), dailyBudget }
}

async function present(provider: Provider, model: string, set: SetPrice | null): Promise<Model> {
  const known = await knownModel(provider, model)
  return {
    providerId: provider.id,
    model,
    provider: provider.name,
    kind: provider.kind,
    family: familyOf(provider, model),
    local: isLocal(provider),
    price: await priceOf(provider, model, set),
    contextTokens: set?.contextTokens ?? known?.contextTokens ?? null,
  }
}
