import type { Model, ModelList } from '@prologue/contracts'
import { exactMoney, money } from '../../../ui/money.ts'

/** What a model costs, for a million tokens. One on a server of one's own is free as long as nobody has set a price for it. */
export function priceWords({ local, price: { input, cachedInput, output } }: Pick<Model, 'local' | 'price'>): string {
  if (local && input === 0 && !cachedInput && output === 0) return 'local, free'
  if (input === null || output === null) return 'price unknown'
  return `${exactMoney(input)} in, ${exactMoney(output)} out per million tokens`
}

/** What somebody has spent today, and of how much: about, for what was stopped counts with an estimate. */
export function spentWords({ spentToday, dailyBudget }: Pick<ModelList, 'spentToday' | 'dailyBudget'>): string {
  const spent = spentToday === 0 ? money(0) : `about ${money(spentToday)}`
  if (dailyBudget === null) return `Spent today: ${spent}`
  if (spentToday < dailyBudget) return `Spent today: ${spent} of ${money(dailyBudget)}`
  return `Today’s ${money(dailyBudget)} are spent. Models that cost something answer again after midnight UTC.`
}

export type ProviderModels = { provider: string; models: Model[] }

/** The models by who offers them, in the order of the list. */
export function byProvider(models: readonly Model[]): ProviderModels[] {
  const groups = new Map<string, ProviderModels>()
  for (const model of models) {
    const group = groups.get(model.providerId) ?? { provider: model.provider, models: [] }
    group.models.push(model)
    groups.set(model.providerId, group)
  }
  return [...groups.values()]
}
