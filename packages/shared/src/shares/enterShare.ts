import { randomUUID } from 'node:crypto'
import type { enterSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { openSession } from '../sessions/index.ts'
import { acceptShare } from './acceptShare.ts'
import { findLiveShare } from './findLiveShare.ts'
import { lockLiveShare } from './lockLiveShare.ts'
import { takePlace } from './takePlace.ts'

/** `token` goes into the cookie; null where the browser is somebody's already, who comes in as who they are. */
type Entered = { conversationId: string; token: string | null }

/**
 * Lets somebody in by a link who has no account and gives a name. They are a user of the role `guest`, with an address that is
 * nobody's and no password; their session ends with the link.
 * @throws AppError NOT_FOUND
 */
export async function enterShare(ctx: Ctx, { token, name }: z.infer<typeof enterSchema>): Promise<Entered> {
  if (ctx.actor.kind === 'user') return { ...(await acceptShare(ctx, { token })), token: null }
  return withTransaction(ctx, async (tx) => {
    const found = await lockLiveShare(tx, () => findLiveShare(tx, token))
    const guest = await makeGuest(tx, name)
    const session = await openSession(tx, guest.id, { endsAt: found.share.expiresAt })
    const actor = {
      kind: 'user',
      userId: guest.id,
      name,
      role: guest.role,
      sessionId: session.rowId,
      confirmedAt: tx.now(),
    } as const
    const asGuest = { ...tx, actor }
    await takePlace(asGuest, found)
    const metadata = { sessionId: session.rowId, shareId: found.share.id }
    await recordEvent(asGuest, { action: 'sign-in', entityType: 'users', entityId: guest.id, metadata })
    return { conversationId: found.conversation.id, token: session.id }
  })
}

async function makeGuest(tx: Ctx, name: string): Promise<User> {
  const id = randomUUID()
  const email = `${id}@guest.invalid`
  const nobodys = { email, emailCanonical: email, emailVerifiedAt: null, passwordHash: '', preferences: {} }
  return User.with(tx).insert({ id, name, role: 'guest', ...nobodys })
}
