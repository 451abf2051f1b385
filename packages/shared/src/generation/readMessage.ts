import { AppError, limits } from '@prologue/contracts'
import {
  briefFromForm,
  emptyBrief,
  isEmptyBrief,
  mergeBriefs,
  parseBrief,
  type Brief,
  type BriefForm,
} from '@prologue/prompt-kit'
import type { Interview } from '../models/index.ts'

export type Message = {
  input: string
  form?: BriefForm | undefined
}

/** What a conversation has gathered before a message, or after it. */
export type Gathered = { brief: Brief | undefined; interview: Interview }

/**
 * What a message adds to what its conversation has gathered. Read once, before the transaction: a long text takes a while, and SQLite
 * has one connection for all.
 * @throws AppError VALIDATION where it says nothing; by what is answered, TOO_LARGE where a brief would hold too much.
 */
export function readMessage(message: Message): (before: Gathered) => { brief: Brief; interview: Interview; unsorted: string[] } {
  const { input, form } = message
  const parts = [parseBrief(input), ...(form ? [briefFromForm(form)] : [])]
  if (parts.every(isEmptyBrief)) throw new AppError('VALIDATION', 'Describe the assistant in a few words first.')
  return ({ brief: base, interview }) => {
    const brief = parts.reduce(mergeBriefs, base ?? emptyBrief())
    expectRoom(brief)
    return { brief, interview, unsorted: unsortedIn(brief, base) }
  }
}

function expectRoom(brief: Brief): void {
  if (JSON.stringify(brief).length <= limits.brief) return
  throw new AppError(
    'TOO_LARGE',
    'This conversation holds all it can about its assistant. Go on in the draft, or in a new conversation.',
  )
}

/** Words that nobody could sort and that were not there before. */
function unsortedIn({ context }: Brief, before: Brief | undefined): string[] {
  const known = new Set(wordsOf(before?.context ?? []))
  return wordsOf(context).filter((text) => !known.has(text))
}

function wordsOf(context: Brief['context']): string[] {
  return context.flatMap(({ value }) => (value.kind === 'unsorted' ? [value.text] : []))
}
