import type { Person, TemplateVersionSummary } from '@prologue/contracts'
import type { TemplateVersion } from '../models/index.ts'
import type { VersionText } from './checkVersion.ts'

type Shown = Pick<TemplateVersion, 'id' | 'number' | 'message' | 'parentVersionId' | 'authorId' | 'createdAt'>
type Beside = { people: ReadonlyMap<string | null, Person>; hidden: boolean }

/** A version without its text, with its author out of `people`. */
export function presentVersionSummary(version: Shown, { people, hidden }: Beside): TemplateVersionSummary {
  const { id, number, message, parentVersionId, authorId, createdAt } = version
  return { id, number, message, parentVersionId, author: people.get(authorId) ?? null, hidden, createdAt }
}

export function presentVersion(version: TemplateVersion, beside: Beside): TemplateVersionSummary & VersionText {
  const { content, variables, settings } = version
  return { ...presentVersionSummary(version, beside), content, variables, settings }
}
