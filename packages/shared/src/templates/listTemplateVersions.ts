import { limits, versionNumberSchema, type TemplateVersionSummary } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { TemplateVersion } from '../models/index.ts'
import { cutPage, readCursor, type Page } from '../pages.ts'
import { shownVersions } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { heldTexts, isHidden } from './heldTexts.ts'
import { peopleById } from './people.ts'
import { presentVersionSummary } from './presentVersion.ts'
import { withShownParents } from './sourceOf.ts'

const placeSchema = z.tuple([versionNumberSchema])

/** The versions of a template without their texts, the newest first, as far as the actor is shown them. */
export async function listTemplateVersions(
  ctx: Ctx,
  input: { templateId: string; cursor?: string | undefined },
): Promise<Page<TemplateVersionSummary>> {
  const { template } = await findTemplate(ctx, { id: input.templateId })
  const query = TemplateVersion.with(ctx)
    .where('templateId', template.id)
    .orderBy('number', 'desc')
    .limit(limits.page + 1)
    .whereRaw(...shownVersions(ctx.actor))
    .select('id', 'number', 'wordsDigest', 'message', 'parentVersionId', 'authorId', 'createdAt')
  const place = readCursor(input.cursor, placeSchema)
  if (place) void query.where('number', '<', place[0])
  const page = cutPage(await query, limits.page, ({ number }) => [number])
  const authors = page.items.map(({ authorId }) => authorId)
  const people = await peopleById(ctx, authors)
  const { ownerId } = template
  const texts = page.items.map(({ wordsDigest }) => ({ wordsDigest, ownerId }))
  const isHeld = await heldTexts(ctx, texts)
  const shown = page.items.map((version) => {
    const hidden = isHidden(version, template, isHeld(version.wordsDigest, ownerId))
    return presentVersionSummary(version, { people, hidden })
  })
  return { ...page, items: await withShownParents(ctx, template, shown) }
}
