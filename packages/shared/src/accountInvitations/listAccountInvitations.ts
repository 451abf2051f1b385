import type { AccountInvitation as Listed } from '@prologue/contracts'
import { countsStill } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { AccountInvitation, User } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/** As many as anybody looks through; who is not among them is invited anew. */
const most = 200

/** The invitations that wait for their people, the newest first. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function listAccountInvitations(ctx: Ctx): Promise<Listed[]> {
  authorize(ctx.actor, 'user:invite')
  const rows = await AccountInvitation.query(ctx.db)
    .where('expiresAt', '>', ctx.now())
    .whereRaw(countsStill)
    .orderBy([
      { column: 'expiresAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most)
  const ids = rows.flatMap(({ invitedBy }) => invitedBy ?? [])
  const people = await User.query(ctx.db).findByIds(ids).select('id', 'name')
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, email, invitedBy, createdAt, expiresAt }) => ({
    id,
    email,
    invitedBy: names.get(invitedBy ?? '') ?? '',
    createdAt,
    expiresAt,
  }))
}
