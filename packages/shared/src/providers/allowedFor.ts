import type { Provider } from '@prologue/contracts'
import type { Ctx } from '../context.ts'

/** What a provider may reach beside the world: one of the environment is where its operator has put it. */
export function allowedFor({ services }: Ctx, { fromEnvironment }: Pick<Provider, 'fromEnvironment'>) {
  return { privateNetworks: fromEnvironment || services.models.privateNetworks }
}
