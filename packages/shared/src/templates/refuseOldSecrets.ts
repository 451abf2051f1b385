import { AppError } from '@prologue/contracts'
import { checkSecrets } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { TemplateVersion, User, type Template } from '../models/index.ts'
import { heldTexts } from './heldTexts.ts'

/** Texts are long: so many are read at once. */
const atOnce = 20
const named = 5

/**
 * Whoever reads a template reads its older versions, too: one with a key or a password in them is not shared. Rules that the owner has switched
 * off, and comments in the text, are heeded. Asked before a transaction is begun, as it reads them all.
 * @throws AppError VALIDATION that names the versions
 */
export async function refuseOldSecrets(ctx: Ctx, { id, ownerId, latestNumber }: Template): Promise<void> {
  const owner = ownerId === null ? undefined : await User.with(ctx).findById(ownerId).select('preferences')
  const off = owner?.preferences.checker?.off ?? []
  const numbers: number[] = []
  for (let below = latestNumber; below > 1;) {
    const versions = await TemplateVersion.with(ctx)
      .where({ templateId: id })
      .where('number', '<', below)
      .orderBy('number', 'desc')
      .limit(atOnce)
      .select('number', 'content', 'wordsDigest')
    const texts = versions.map(({ wordsDigest }) => ({ wordsDigest, ownerId }))
    const isHeld = await heldTexts(ctx, texts)
    for (const { number, content, wordsDigest } of versions) {
      // Others are not shown what moderators took away.
      if (!isHeld(wordsDigest, ownerId) && (await checkSecrets(content, { off })).length > 0) numbers.push(number)
    }
    below = versions.at(-1)?.number ?? 1
  }
  if (numbers.length > 0) throw new AppError('VALIDATION', sentenceFor(numbers.toReversed()))
}

function sentenceFor(numbers: readonly number[]): string {
  const [one] = numbers
  const last =
    'Fork the newest version and share the copy, which has no other versions, or switch the rule secret off in your account.'
  if (numbers.length === 1)
    return `Version ${one} holds what looks like a secret, and whoever finds this template can read it. ${last}`
  const more = numbers.length - named
  const list = [...numbers.slice(0, named), ...(more > 0 ? [`${more} more`] : [])]
  const which = `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
  return `Versions ${which} hold what looks like a secret, and whoever finds this template can read them. ${last}`
}
