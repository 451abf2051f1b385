import type { Ctx } from '../context.ts'
import type { User } from '../models/index.ts'

/** Whether nobody ever acted by an account. Those from before mail went out have been used unconfirmed. */
export async function neverCameIn({ db }: Ctx, { id }: User): Promise<boolean> {
  return (await db('audit_logs').where({ actorId: id }).first('sequence')) === undefined
}
