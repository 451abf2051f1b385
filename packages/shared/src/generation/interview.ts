import type { Question } from '@prologue/contracts'
import type { Interview } from '../models/index.ts'
import type { Gathered } from './readMessage.ts'

/** How the questions of a conversation stand at its beginning. */
export const noneAsked: Interview = { asked: [], skipped: [] }

/** What a conversation has gathered at its beginning. */
export const nothingGathered: Gathered = { interview: noneAsked, open: null }

/** As many are remembered: more than a conversation has. */
const remembered = 100

/** How they stand once this one was asked, too. */
export function withAsked({ asked, skipped }: Interview, { slot }: Question): Interview {
  return { asked: [...asked, slot].slice(-remembered), skipped }
}
