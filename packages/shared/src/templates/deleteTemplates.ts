import type { ChangedTemplates } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { deleteTemplate } from './deleteTemplate.ts'
import { judgeEach } from './judgeEach.ts'

/** Deletes each of the templates that the actor may delete; `restoreTemplates` brings them back. */
export async function deleteTemplates(ctx: Ctx, { ids }: { ids: readonly string[] }): Promise<ChangedTemplates> {
  signedIn(ctx.actor)
  const { done, refused } = await judgeEach(ids, async (id) => {
    await deleteTemplate(ctx, { id })
    return id
  })
  return { ids: done, refused }
}
