import type { ChangedTemplates } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { judgeEach } from './judgeEach.ts'
import { restoreTemplate } from './restoreTemplate.ts'

/** Brings back each of the deleted templates that the actor may bring back. */
export async function restoreTemplates(ctx: Ctx, { ids }: { ids: readonly string[] }): Promise<ChangedTemplates> {
  signedIn(ctx.actor)
  const { done, refused } = await judgeEach(ids, async (id) => {
    await restoreTemplate(ctx, { id })
    return id
  })
  return { ids: done, refused }
}
