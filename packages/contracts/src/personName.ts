import { z } from 'zod'
import { limits } from './limits.ts'

/** What joins or parts letters, as in Persian, and makes one picture of several. */
const joiners = /(?<=[\p{L}\p{M}\p{S}])[\u200C\u200D](?=[\p{L}\p{M}\p{S}])/gu
/** What chooses between two forms of the sign before it. */
const variants = /(?<=[\p{Emoji}\p{Ideographic}\p{Script=Mongolian}])\p{Variation_Selector}/gu
/** Control characters, ends of lines, marks that turn the direction of what follows, and all else that nobody sees. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Two names that look alike could else be told apart by nobody but the program. */
function isSeen(name: string): boolean {
  return !hidden.test(name.replaceAll(variants, '').replaceAll(joiners, ''))
}

export const personNameSchema = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}\p{S}]/u, 'Enter the name others will see.')
  .refine(isSeen, 'A name is one line of plain text.')
  .max(limits.name, `A name can have ${limits.name} characters.`)
