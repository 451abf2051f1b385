import type { Ctx } from '../context.ts'
import { Template, TemplateVersion } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import type { VersionText } from './checkVersion.ts'

type NewVersion = { number: number; parentVersionId: string | null; message: string; text: VersionText }

/** The next version of a template whose row the transaction has locked; the database keeps the newest number. */
export async function insertVersion(tx: Ctx, template: Pick<Template, 'id'>, { text, ...version }: NewVersion) {
  const { userId } = signedIn(tx.actor)
  const { id, number } = await TemplateVersion.with(tx).insert({
    ...version,
    templateId: template.id,
    authorId: userId,
    content: text.content,
    variables: text.variables,
    settings: text.settings,
  })
  return { id, number }
}
