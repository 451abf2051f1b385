import { AppError, type createTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { checkVersion, type VersionText } from './checkVersion.ts'
import { belongs } from './findTemplate.ts'
import { insertTemplate } from './insertTemplate.ts'
import { insertVersion } from './insertVersion.ts'
import { refuseErrors } from './refuseErrors.ts'
import { refuseUpheld } from './refuseUpheld.ts'
import { withFreeSlug } from './withFreeSlug.ts'

type Input = z.infer<typeof createTemplateSchema> & VersionText

/** A new template of the actor's with its first version. */
export async function createTemplate(ctx: Ctx, input: Input): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'template:create')
  const text = checkVersion(input)
  const { organizationId, title, description, category, tags, family, visibility, message } = input
  const row = { ownerId, organizationId, title, description, category, tags, family, visibility }
  await refuseErrors(ctx, row, text)
  return withFreeSlug(ctx, async (tx, attempt) => {
    if (organizationId !== null && !(await belongs(tx, organizationId))) throw new AppError('NOT_FOUND')
    if (visibility === 'organization' && organizationId === null) {
      throw new AppError('VALIDATION', 'Say which organization this template is for.')
    }
    if (visibility !== 'private') await refuseUpheld(tx, ownerId, text)
    const made = await insertTemplate(tx, row, attempt)
    await insertVersion(tx, made, { number: 1, parentVersionId: null, message, text })
    return made
  })
}
