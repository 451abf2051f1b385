import type { Model, ModelList, Provider } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { familyOf } from './familyOf.ts'
import { isLocal } from './isLocal.ts'
import { knownModel } from './knownModel.ts'
import { readSetPrices, withSet, type SetPrice } from './priceOf.ts'
import { readProviders } from './readProviders.ts'
import { spentToday } from './spentToday.ts'

const free = { input: 0, cachedInput: 0, output: 0 }

/** The models of all providers that are on, in their order, with what the actor may still spend. @throws AppError UNAUTHENTICATED */
export async function listModels(ctx: Ctx): Promise<ModelList> {
  const { userId } = signedIn(ctx.actor)
  const providers = (await readProviders(ctx)).map(({ shown }) => shown).filter(({ enabled }) => enabled)
  const set = await readSetPrices(ctx)
  const offered = providers.flatMap((provider) => provider.models.map((model) => ({ provider, model })))
  const items = await Promise.all(offered.map(({ provider, model }) => present(provider, model, set(provider.name, model))))
  return { items, spentToday: await spentToday(ctx, userId), dailyBudget: ctx.services.models.dailyBudget }
}

async function present(provider: Provider, model: string, set: SetPrice | null): Promise<Model> {
  const local = isLocal(provider)
  const known = await knownModel(provider, model)
  return {
    providerId: provider.id,
    model,
    provider: provider.name,
    kind: provider.kind,
    family: familyOf(provider, model),
    local,
    price: withSet(local ? free : (known?.price ?? null), set),
    contextTokens: set?.contextTokens ?? known?.contextTokens ?? null,
  }
}
