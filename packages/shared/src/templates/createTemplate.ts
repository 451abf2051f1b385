import { AppError, type createTemplateSchema } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { checkVersion, type VersionText } from './checkVersion.ts'
import { belongs } from './findTemplate.ts'
import { freeSlug } from './freeSlug.ts'
import { insertVersion } from './insertVersion.ts'

/** Others may take the same address at the same moment; each new attempt takes one at random. */
const attempts = 5

type NewTemplate = z.infer<typeof createTemplateSchema> & VersionText

/** A new template of the actor's with its first version. */
export async function createTemplate(ctx: Ctx, input: NewTemplate): Promise<{ id: string; slug: string }> {
  const { userId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'template:create')
  const text = checkVersion(input)
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTransaction(ctx, (tx) => insertTemplate(tx, { ...input, ownerId: userId, text }, attempt))
    } catch (error) {
      // Nothing else of a new template can be taken.
      const isTaken = error instanceof AppError && error.code === 'CONFLICT'
      if (!isTaken || attempt === attempts) throw error
    }
  }
}

type Owned = Omit<NewTemplate, keyof VersionText> & { ownerId: string; text: VersionText }

async function insertTemplate(tx: Ctx, { text, message, ...template }: Owned, attempt: number) {
  const { ownerId, organizationId, title, description, category, tags, family, visibility } = template
  if (organizationId !== null && !(await belongs(tx, organizationId))) throw new AppError('NOT_FOUND')
  if (visibility === 'organization' && organizationId === null) {
    throw new AppError('VALIDATION', 'Say which organization this template is for.')
  }
  const id = uuidv7()
  const slug = await freeSlug(tx, { title, id }, attempt)
  const row = { ownerId, organizationId, title, description, category, tags, family, visibility }
  await Template.with(tx).insert({ id, slug, ...row, metadata: null, deletedAt: null })
  await insertVersion(tx, { id }, { number: 1, parentVersionId: null, message, text })
  return { id, slug }
}
