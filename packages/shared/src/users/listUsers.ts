import { accountRoleSchema, limits, type ListedUser, type ListUsers } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User, UserTotp } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { beginningWith } from './beginningWith.ts'

/**
 * A page of the accounts there are, deleted ones too, the newest first; what was erased is nobody's any more.
 * @throws AppError FORBIDDEN to all but administrators, VALIDATION for a cursor of another list.
 */
export async function listUsers(ctx: Ctx, { search, role, state, cursor }: ListUsers): Promise<Page<ListedUser>> {
  authorize(ctx.actor, 'user:list')
  const query = User.query(ctx.db)
    .context({ withDeleted: true })
    .whereNull('erasedAt')
    // Who came by a link has no account.
    .whereNot('role', 'guest')
    .orderBy([
      { column: 'users.createdAt', order: 'desc' },
      { column: 'users.id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select('users.*')
  if (search !== undefined) void query.join(beginningWith(ctx.db, search), 'found.id', 'users.id')
  if (role !== undefined) void query.where({ role })
  if (state === 'locked') void query.whereNotNull('lockedAt').whereNull('users.deletedAt')
  if (state === 'deleted') void query.whereNotNull('users.deletedAt')
  onlyAfter(ctx, query, ['users.createdAt', 'users.id'], readCursor(cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const secured = await withSecondFactor(ctx, page.items)
  return { ...page, items: page.items.map((user) => presentUser(user, secured)) }
}

async function withSecondFactor({ db }: Ctx, users: readonly User[]): Promise<Set<string>> {
  const ids = users.map(({ id }) => id)
  const rows = await UserTotp.query(db).whereIn('userId', ids).whereNotNull('confirmedAt').select('userId')
  return new Set(rows.map(({ userId }) => userId))
}

function presentUser(user: User, secured: Set<string>): ListedUser {
  const { id, name, email, lockedUntil, lockedAt, lockReason, createdAt, deletedAt } = user
  const role = accountRoleSchema.parse(user.role)
  const emailVerified = user.emailVerifiedAt !== null
  const locked = lockedAt === null ? null : { at: lockedAt, reason: lockReason ?? '' }
  return { id, name, email, role, emailVerified, twoFactor: secured.has(id), lockedUntil, locked, createdAt, deletedAt }
}
