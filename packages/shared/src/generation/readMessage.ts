import { AppError, limits } from '@prologue/contracts'
import {
  answerQuestion,
  applyCommand,
  briefFromForm,
  emptyBrief,
  fileWords,
  isEmptyBrief,
  mergeBriefs,
  parseBrief,
  readCommand,
  unsortedWords,
  type Brief,
  type BriefForm,
} from '@prologue/prompt-kit'
import type { Interview } from '../models/index.ts'

export type Message = {
  input: string
  form?: BriefForm | undefined
  /** The slot whose question the message answers. */
  answers?: string | undefined
  /** The slot whose question is passed over. */
  skips?: string | undefined
  /** Words that could not be sorted, and the slot they belong to. */
  files?: { words: string; slot: string } | undefined
}

/** What a conversation has gathered before a message, and the slot of the question that is open. */
export type Gathered = { brief?: Brief | undefined; interview: Interview; open: string | null }

type Read = { brief: Brief; interview: Interview; unsorted: string[] }

/** As many slots are remembered: many times as many as there are questions. */
const remembered = 100

/**
 * What a message adds to what its conversation has gathered: as a command, as the answer to a question, or as words about the assistant.
 * Words are read once, before the transaction: a long text takes a while, and SQLite has one connection for all.
 * @throws AppError VALIDATION where it says nothing; by what is answered, where nothing was ever said, and TOO_LARGE where a brief would
 * hold too much.
 */
export function readMessage(message: Message): (before: Gathered) => Read {
  const { input, form, answers, skips, files } = message
  const command = readCommand(input)
  const words = input.trim() === '' || command || answers !== undefined ? null : parseBrief(input)
  const asForm = form && briefFromForm(form)
  const isSilent = input.trim() === '' && (!asForm || isEmptyBrief(asForm))
  if (isSilent && skips === undefined && !files) throw new AppError('VALIDATION', describe)

  /** The brief with what the words say. */
  const withWords = (brief: Brief): Brief => {
    if (answers !== undefined) return answerQuestion(brief, answers, input)
    return mergeBriefs(brief, words ?? parseBrief(input))
  }

  return ({ brief: before, interview, open }) => {
    const passed = skips ?? (command?.kind === 'skip' ? (answers ?? open) : null)
    const isRead = input.trim() !== '' && (command?.kind !== 'skip' || passed === null)
    let brief = before ?? emptyBrief()
    if (files) brief = fileWords(brief, files.words, files.slot)
    if (isRead) brief = command && command.kind !== 'skip' ? applyCommand(brief, command) : withWords(brief)
    if (asForm) brief = mergeBriefs(brief, asForm)
    if (isEmptyBrief(brief)) throw new AppError('VALIDATION', describe)
    expectRoom(brief)
    const known = new Set(before && unsortedWords(before))
    return {
      brief,
      interview: passed === null ? interview : { ...interview, skipped: [...interview.skipped, passed].slice(-remembered) },
      unsorted: unsortedWords(brief).filter((text) => !known.has(text)),
    }
  }
}

const describe = 'Describe the assistant in a few words first.'

function expectRoom(brief: Brief): void {
  if (JSON.stringify(brief).length <= limits.brief) return
  throw new AppError(
    'TOO_LARGE',
    'This conversation holds all it can about its assistant. Go on in the draft, or in a new conversation.',
  )
}
