import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { ConversationParticipant } from '../models/index.ts'

/**
 * Those who are mentioned, each once. Only who takes part can be; who was mentioned before and has left since stays.
 * @throws AppError NOT_FOUND, the same for strangers and for ids that nobody has
 */
export async function checkMentions(
  tx: Ctx,
  conversationId: string,
  { mentions, before = [] }: { mentions: readonly string[]; before?: readonly string[] },
): Promise<string[]> {
  const wanted = [...new Set(mentions)]
  const added = wanted.filter((id) => !before.includes(id))
  const there = await ConversationParticipant.with(tx).where({ conversationId }).whereIn('userId', added).select('userId')
  if (there.length < added.length) {
    throw new AppError(
      'NOT_FOUND',
      'Somebody mentioned here takes no part in this conversation. Take the name out, or invite them.',
    )
  }
  return wanted
}
