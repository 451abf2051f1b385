import type { DatabaseFinding } from '@prologue/contracts'
import type { Ctx } from '../context.ts'

/** What a check may read. */
export type HealthCtx = Pick<Ctx, 'database' | 'db' | 'now'>

export type Check = (ctx: HealthCtx) => Promise<DatabaseFinding[]>

/** `1 mail`, `2 mails`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
