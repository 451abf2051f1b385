import { AppError, tagsSchema, type TaggedTemplates } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { judgeEach } from './judgeEach.ts'

type Tags = readonly string[]

/** Changes the tags of each template by itself; answers those that changed, with the tags they had before. */
export async function retag(ctx: Ctx, ids: Tags, change: (tags: Tags, id: string) => Tags): Promise<TaggedTemplates> {
  signedIn(ctx.actor)
  const { done, refused } = await judgeEach(ids, (id) =>
    withTransaction(ctx, async (tx) => {
      const { template } = await findTemplate(tx, { id }, { lock: true })
      authorize(tx.actor, 'template:sort', template)
      const tags = tagsSchema.safeParse(change(template.tags, id))
      if (!tags.success) throw new AppError('VALIDATION', tags.error.issues[0]?.message)
      if (tags.data.join('\n') === template.tags.join('\n')) return null
      await Template.with(tx).findById(id).patch({ tags: tags.data })
      return { id, tags: template.tags }
    }),
  )
  return { changed: done, refused }
}
