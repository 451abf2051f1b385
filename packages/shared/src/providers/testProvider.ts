import { AppError, type ProviderTest } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { tryModel } from '../generation/index.ts'
import { authorize } from '../policies/index.ts'
import { allowedFor } from './allowedFor.ts'
import { readProviders } from './readProviders.ts'

/**
 * Asks a model of a provider for one word, also of one that is off. That it fails is an answer, too.
 * @throws AppError FORBIDDEN, NOT_FOUND; PROVIDER_FAILED where its key cannot be read
 */
export async function testProvider(ctx: Ctx, { id, model }: { id: string; model: string }): Promise<ProviderTest> {
  authorize(ctx.actor, 'admin:manage-providers')
  const provider = (await readProviders(ctx)).find(({ shown }) => shown.id === id)
  if (!provider) throw new AppError('NOT_FOUND')
  const { patience } = ctx.services.models
  return tryModel({
    settings: provider.settings(),
    model,
    allowed: allowedFor(ctx, provider.shown),
    patience,
    logger: ctx.logger,
  })
}
