import type { Person, TemplateVersionSummary } from '@prologue/contracts'
import type { TemplateVersion } from '../models/index.ts'
import type { VersionText } from './checkVersion.ts'

type Shown = Pick<TemplateVersion, 'id' | 'number' | 'message' | 'parentVersionId' | 'authorId' | 'createdAt'>

/** A version without its text, with its author out of `people`. */
export function presentVersionSummary(version: Shown, people: ReadonlyMap<string | null, Person>): TemplateVersionSummary {
  const { id, number, message, parentVersionId, authorId, createdAt } = version
  return { id, number, message, parentVersionId, author: people.get(authorId) ?? null, createdAt }
}

export function presentVersion(
  version: TemplateVersion,
  people: ReadonlyMap<string | null, Person>,
): TemplateVersionSummary & VersionText {
  const { content, variables, settings } = version
  return { ...presentVersionSummary(version, people), content, variables, settings }
}
