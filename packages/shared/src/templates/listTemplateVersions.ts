import { limits, type TemplateVersionSummary } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateVersion } from '../models/index.ts'
import { findTemplate } from './findTemplate.ts'
import { peopleById } from './people.ts'
import { readPlace, writePlace } from './places.ts'
import { presentVersionSummary } from './presentVersion.ts'

type Page = { items: TemplateVersionSummary[]; nextCursor: string | null }

/** The versions of a template without their texts, the newest first. */
export async function listTemplateVersions(ctx: Ctx, input: { templateId: string; cursor?: string | undefined }): Promise<Page> {
  const { template } = await findTemplate(ctx, { id: input.templateId })
  const query = TemplateVersion.with(ctx)
    .where('templateId', template.id)
    .orderBy('number', 'desc')
    .limit(limits.page + 1)
    .select('id', 'number', 'message', 'parentVersionId', 'authorId', 'createdAt')
  if (input.cursor !== undefined) void query.where('number', '<', readPlace(input.cursor).value)
  const rows = await query
  const page = rows.slice(0, limits.page)
  const authors = page.map(({ authorId }) => authorId)
  const people = await peopleById(ctx, authors)
  const last = rows.length > limits.page ? page.at(-1) : undefined
  return {
    items: page.map((version) => presentVersionSummary(version, people)),
    nextCursor: last ? writePlace({ value: last.number, id: last.id }) : null,
  }
}
