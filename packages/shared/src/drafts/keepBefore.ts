import type { Ctx } from '../context.ts'
import type { DraftCheckpoint } from '../models/index.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

type Kept = { conversationId: string; draftId: string; kind: 'apply' | 'restore'; name: string }

/** Keeps the draft as it stands before it is made to say `next`; null where it says so already. */
export async function keepBefore(ctx: Ctx, kept: Kept, next: string): Promise<DraftCheckpoint | null> {
  const state = await ctx.services.drafts.capture(kept.draftId)
  return state.content === next ? null : saveCheckpoint(ctx, { ...kept, ...state })
}
