import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { TemplateDraft } from '../models/index.ts'

/**
 * The draft of a template at the revision that whoever asks has read or saved last. Whoever is to write on it holds the template locked.
 * @throws AppError CONFLICT where it is another by now
 */
export async function findDraft(tx: Ctx, templateId: string, revision: number): Promise<TemplateDraft> {
  const draft = await TemplateDraft.with(tx).findOne({ templateId })
  if (!draft) throw gone()
  if (draft.revision !== revision) throw newer()
  return draft
}

export function newer(): AppError {
  const meanwhile = 'This draft was saved in another window meanwhile.'
  return new AppError('CONFLICT', `${meanwhile} Compare it with yours, bring over what you want, and save again.`)
}

export function gone(): AppError {
  const meanwhile = 'This draft was published or discarded in another window meanwhile.'
  return new AppError('CONFLICT', `${meanwhile} Look at the newest version, then save yours again if you still want it.`)
}
