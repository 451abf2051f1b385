import type { Provider as ProviderShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { ProviderSettings } from '../generation/index.ts'
import { Provider } from '../models/index.ts'
import { presentProvider, presentSettings } from './presentProvider.ts'
import { decryptKey } from './providerKey.ts'

/** A provider that is known; its key is read when it is asked. */
export type KnownProvider = { shown: ProviderShape; settings: () => ProviderSettings }

/** All providers in the order in which they are offered and fallen back on: those of the environment first. */
export async function readProviders(ctx: Ctx): Promise<KnownProvider[]> {
  const rows = await Provider.with(ctx).orderBy(['position', 'id'])
  return [
    ...ctx.services.models.environment.map((settings) => ({ shown: presentSettings(settings), settings: () => settings })),
    ...rows.map((row) => ({ shown: presentProvider(row), settings: () => settingsOf(ctx, row) })),
  ]
}

function settingsOf(ctx: Ctx, row: Provider): ProviderSettings {
  const { hasKey: _hasKey, ...shown } = presentProvider(row)
  return { ...shown, key: decryptKey(ctx, row) }
}
