import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { freeSlug } from './freeSlug.ts'

type Said = 'ownerId' | 'organizationId' | 'title' | 'description' | 'category' | 'tags' | 'family' | 'visibility'
type NewTemplate = Pick<Template, Said> & { id?: string; forkedFromId?: string; metadata?: Template['metadata'] }

/** A template without a version, under an address made from its title; `attempt` is that of `withFreeSlug`. */
export async function insertTemplate(tx: Ctx, row: NewTemplate, attempt: number): Promise<{ id: string; slug: string }> {
  const { id = uuidv7() } = row
  const slug = await freeSlug(tx, { title: row.title, id }, attempt)
  // Whoever shares it from the beginning gives it a version at once.
  const publishedAt = row.visibility === 'private' ? null : tx.now()
  await Template.with(tx).insert({ metadata: null, ...row, id, slug, publishedAt, deletedAt: null })
  return { id, slug }
}
