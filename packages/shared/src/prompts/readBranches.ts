import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/** Which message an exchange answers, by the first answer to it. */
export function messageOf({ id, messageId }: Pick<Prompt, 'id' | 'messageId'>): string {
  return messageId ?? id
}

/** All answers to the messages of these exchanges, by the message, the oldest first. */
export async function readBranches(ctx: Ctx, prompts: readonly Prompt[]): Promise<Map<string, string[]>> {
  const messages = [...new Set(prompts.map(messageOf))]
  const later = await Prompt.with(ctx).whereIn('messageId', messages).select('id', 'messageId', 'createdAt')
  // Few of a few messages: in order here, and not in the database, which would walk all of them in that order.
  later.sort((one, other) => Number(one.createdAt) - Number(other.createdAt) || (one.id < other.id ? -1 : 1))
  const branched = [...new Set([...later.map(messageOf), ...prompts.flatMap(({ messageId }) => messageId ?? [])])]
  // The first answer may be deleted.
  const first = branched.length === 0 ? [] : await Prompt.with(ctx).findByIds(branched).select('id', 'messageId')
  const found = new Map<string, string[]>()
  for (const answer of [...first, ...later]) {
    const message = messageOf(answer)
    found.set(message, [...(found.get(message) ?? []), answer.id])
  }
  return found
}
