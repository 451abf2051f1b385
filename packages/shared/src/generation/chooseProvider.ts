import { AppError, type Act, type ModelChoice } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { payerOf } from './payerOf.ts'
import type { Provider } from './providers/provider.ts'

const named: Record<Act, string> = {
  generate: 'Generate',
  improve: 'Improve',
  shorten: 'Shorten',
  translate: 'Translate',
  explain: 'Explain',
  fix: 'Fix findings',
}

/**
 * Who is to answer: the composer where no model is chosen, which can generate alone.
 * @throws AppError VALIDATION for anything else without a model, NOT_FOUND for a model that is not offered, RATE_LIMITED where the
 * budget of the day is spent that it would count against.
 */
export async function chooseProvider(
  ctx: Ctx,
  conversationId: string,
  { act, model }: { act: Act; model: ModelChoice | undefined },
): Promise<Provider> {
  if (model || act === 'generate') return ctx.services.models.choose(ctx, model, await payerOf(ctx, conversationId))
  const { items } = await ctx.services.models.list(ctx)
  const how = items.length > 0 ? 'Choose one, and send it again.' : 'None is connected yet: an administrator can connect one.'
  throw new AppError('VALIDATION', `${named[act]} needs a model. ${how}`)
}
