import { AppError } from '@prologue/contracts'
import { canonicalEmail } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { countWords } from '../search/index.ts'
import { eraseOnce } from '../users/index.ts'
import { each } from './each.ts'
import { ownedByGone } from './ownedByGone.ts'
import { purgeConversation } from './purgeConversation.ts'
import { purgeTemplate } from './purgeTemplate.ts'
import { batchSize, untilDone } from './untilDone.ts'

/**
 * Erases the account with an address, deleted or not, and removes everything it owned, all at once: for whoever runs the server,
 * whom nothing but the machine asks who they are. What was killed amid it is gone with the next purge. Answers how much went.
 * @throws AppError NOT_FOUND; CONFLICT for the only administrator.
 */
export async function erasePerson(ctx: Ctx, { email }: { email: string }): Promise<{ conversations: number; templates: number }> {
  const person = await User.query(ctx.db)
    .context({ withDeleted: true })
    .findOne({ emailCanonical: canonicalEmail(email) })
    .whereNull('erasedAt')
  if (!person) throw new AppError('NOT_FOUND', 'There is no account with this address.')
  await withTransaction(ctx, (tx) => eraseOnce(tx, person.id))
  const now = ctx.now()
  const cuts = { rows: now, accounts: now }
  const theirs = (table: 'conversations' | 'templates') => () =>
    ownedByGone(ctx, table, now).where('users.id', person.id).limit(batchSize)
  const removed = {
    conversations: await untilDone(
      theirs('conversations'),
      each((id) => purgeConversation(ctx, id, cuts)),
    ),
    templates: await untilDone(
      theirs('templates'),
      each((id) => purgeTemplate(ctx, id, cuts)),
    ),
  }
  // A name that stood in many of them may have been noted as a common word.
  await countWords(ctx.database)
  return removed
}
