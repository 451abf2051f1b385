import type { Provider } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { readProviders } from './readProviders.ts'

/** All providers in their order, those of the environment first. @throws AppError FORBIDDEN */
export async function listProviders(ctx: Ctx): Promise<Provider[]> {
  authorize(ctx.actor, 'admin:manage-providers')
  const providers = await readProviders(ctx)
  return providers.map(({ shown }) => shown)
}
