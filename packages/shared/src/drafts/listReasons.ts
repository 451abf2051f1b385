import { composerName, type Reason } from '@prologue/contracts'
import { whyHere, type Brief, type Family } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { DraftCheckpoint, Prompt } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'

/** As many answers that were applied are looked at, the newest first. */
const lookedAt = 100

/**
 * Why each sentence is there that the composer makes of the conversation's brief, or made of what it applied of earlier ones, whether or
 * not the draft has it still.
 */
export async function listReasons(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<Reason[]> {
  const place = await findDraft(ctx, conversationId)
  authorize(ctx.actor, 'draft:read', place)
  const { brief } = place.conversation.context
  const family = brief?.family?.value ?? 'plain'
  const reasons = new Map<string, Reason>()
  for (const made of [...(brief ? [{ brief, family }] : []), ...(await listApplied(ctx, place.draftId))]) {
    for (const { section, text, why } of whyHere(made.brief, made.family)) {
      const key = `${section}\n${text}`
      if (!reasons.has(key)) reasons.set(key, { section, text, why })
    }
  }
  return [...reasons.values()]
}

/** The briefs that the composer's answers were made of which were applied to a draft, the newest first. */
async function listApplied(ctx: Ctx, draftId: string): Promise<{ brief: Brief; family: Family }[]> {
  const checkpoints = await DraftCheckpoint.with(ctx)
    .where({ draftId, kind: 'apply' })
    .orderBy('id', 'desc')
    .limit(lookedAt)
    .select('rewriting')
  const ids = [...new Set(checkpoints.flatMap(({ rewriting }) => (rewriting ? [rewriting.promptId] : [])))]
  const prompts = await Prompt.with(ctx)
    .findByIds(ids)
    .where({ provider: composerName })
    .orderBy('id', 'desc')
    .select('metadata', 'parameters')
  return prompts.flatMap(({ metadata: { brief }, parameters: { family = 'plain' } }) => (brief ? [{ brief, family }] : []))
}
