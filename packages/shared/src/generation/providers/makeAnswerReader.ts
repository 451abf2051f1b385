import { limits } from '@prologue/contracts'
import { finishedEdits, readAnswer, withoutThoughts, type Answer } from '@prologue/prompt-kit'
import { parsePartialJson } from 'ai'
import type { TurnPiece } from './provider.ts'

/** A text longer than this is read again only when a part of it has come: the work stays in proportion to the text. */
const readAtOnce = 8_000
const part = 1 / 16

/** Reads an answer as it comes: what it says as that grows, each edit when nothing more can be added to it. */
export function makeAnswerReader() {
  let text = ''
  let readTo = 0
  let said = ''
  let edits = 0

  const news = (reply: unknown, finished: readonly Answer['edits'][number][]): TurnPiece[] => {
    const pieces: TurnPiece[] = []
    // Half of a pair of surrogates waits for the other half.
    const now = typeof reply === 'string' ? reply.replace(/[\uD800-\uDBFF]$/, '').toWellFormed() : ''
    if (now.length > said.length && now.startsWith(said)) {
      pieces.push({ kind: 'text', text: now.slice(said.length) })
      said = now
    }
    for (const edit of finished.slice(edits, limits.edits)) pieces.push({ kind: 'edit', edit })
    edits = Math.max(edits, finished.length)
    return pieces
  }

  return {
    /** All of it as words, without what the model thought aloud. */
    words: () => withoutThoughts(text),

    /** Takes more of the text and answers what can be told by it. */
    async add(more: string): Promise<TurnPiece[]> {
      text += more
      if (text.length - readTo < (text.length - readAtOnce) * part) return []
      readTo = text.length
      const { value } = await parsePartialJson(beginningOf(text))
      return typeof value === 'object' && value !== null && 'reply' in value ? news(value.reply, finishedEdits(value)) : []
    },

    /** What is left when the text has ended, and the answer as a whole; null where it holds none, or `isCut` and it is not whole. */
    end(isCut: boolean): { pieces: TurnPiece[]; answer: Answer | null } {
      const answer = readAnswer(text, isCut)
      return { answer, pieces: answer ? news(answer.reply, answer.edits) : [] }
    },
  }
}

/** The text from where its object begins; undefined where none has begun. */
function beginningOf(text: string): string | undefined {
  const body = withoutThoughts(text)
  const start = body.search(/\{\s*"reply"/)
  return start === -1 ? undefined : body.slice(start)
}
