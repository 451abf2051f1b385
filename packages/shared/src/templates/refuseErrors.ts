import { AppError } from '@prologue/contracts'
import { checkAll, forbidsPublishing, type Finding } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { User, type Template } from '../models/index.ts'
import type { VersionText } from './checkVersion.ts'

type Of = Pick<Template, 'ownerId' | 'family'>
type Text = Pick<VersionText, 'content' | 'variables'>

/**
 * What the checker calls an error is not published; rules that the owner has switched off, and comments in the text, are heeded. Takes up to
 * a second for the longest texts, so it is asked before a transaction is begun.
 * @throws AppError VALIDATION that names lines and rules, and says what to do
 */
export async function refuseErrors(ctx: Ctx, { ownerId, family }: Of, { content, variables }: Text): Promise<void> {
  const owner = ownerId === null ? undefined : await User.with(ctx).findById(ownerId).select('preferences')
  const findings = await checkAll(content, {
    variables,
    off: owner?.preferences.checker?.off ?? [],
    context: { place: 'publish' },
    ...(family !== null && { family }),
  })
  const errors = findings.filter((finding) => forbidsPublishing(finding, variables))
  if (errors.length > 0) throw new AppError('VALIDATION', sentencesFor(errors, content))
}

const named = 3

function sentencesFor(errors: readonly Finding[], content: string): string {
  const told = errors.slice(0, named).map((finding) => sentenceFor(finding, content))
  const rest = errors.length - told.length
  const more = rest === 0 ? [] : [rest === 1 ? 'One more like it is in the way.' : `${rest} more are in the way.`]
  const which = errors.length === 1 ? 'Mend it, or switch its rule off' : 'Mend them, or switch their rules off'
  return [...told, ...more, `${which} in your account or by a comment in the text.`].join(' ')
}

function sentenceFor({ rule, range, message, fix }: Finding, content: string): string {
  const line = content.slice(0, range.start).split('\n').length
  const way = fix === undefined ? '' : ` What helps: ${fix.title}.`
  return `Line ${line.toLocaleString('en')} (${rule}): ${message}${way}`
}
