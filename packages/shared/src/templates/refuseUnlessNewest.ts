import { AppError } from '@prologue/contracts'
import type { Template } from '../models/index.ts'

/** @throws AppError CONFLICT where the version that something is based on is not the newest any more */
export function refuseUnlessNewest({ latestNumber: newest }: Pick<Template, 'latestNumber'>, basedOn: number): void {
  if (newest <= basedOn) return
  const meanwhile = `Version ${newest} was saved meanwhile.`
  throw new AppError('CONFLICT', `${meanwhile} Compare it with yours, bring over what you want, and save again.`)
}
