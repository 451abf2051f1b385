import { AppError } from '@prologue/contracts'
import type { Template } from '../models/index.ts'

const whoWrote = 'Compare it with yours, bring over what you want, and save again.'

/**
 * `advice` is what to do then.
 * @throws AppError CONFLICT where the version that something is based on is not the newest any more
 */
export function refuseUnlessNewest(
  { latestNumber: newest }: Pick<Template, 'latestNumber'>,
  basedOn: number,
  advice = whoWrote,
): void {
  if (newest > basedOn) throw new AppError('CONFLICT', `Version ${newest} was saved meanwhile. ${advice}`)
}
