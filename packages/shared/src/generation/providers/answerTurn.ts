import { setTimeout } from 'node:timers/promises'
import { AppError, type Question } from '@prologue/contracts'
import { answerSchema, writeInstruction } from '@prologue/prompt-kit'
import type { Logger } from '../../context.ts'
import { askModel, type Asked, type Told } from './askModel.ts'
import { eachPiece } from './eachPiece.ts'
import { failureOf, type Failure } from './failureOf.ts'
import type { Reached } from './languageModel.ts'
import { makeAnswerReader } from './makeAnswerReader.ts'
import type { Ask } from './meter.ts'
import type { Patience } from './patience.ts'
import type { Turn, TurnPiece } from './provider.ts'
import { addUsage, nothingUsed, type Tokens } from './usage.ts'

export type Answered = Tokens & { modelVersion: string; question: Question | null }

type Place = {
  reached: Reached
  patience: Patience
  logger: Logger
  /** Told of each time the model was asked. */
  note: (ask: Ask) => void
}

const jsonAlone =
  '\n\n# Once more\n\nYour last answer was not the JSON object that was asked for. Answer with that object and nothing else.'

/**
 * Asks one model, again where that may help and nothing was told yet. A server that takes no schema is asked without one; an answer that is
 * no JSON is asked for once more, and then told as it is.
 * @throws AppError PROVIDER_FAILED
 */
export async function* answerTurn(place: Place, turn: Turn, signal: AbortSignal): AsyncGenerator<TurnPiece, Answered, void> {
  const { reached, patience, logger, note } = place
  let asked: Asked = { ...writeInstruction(turn), schema: answerSchema, ...parametersOf(turn) }
  let used = nothingUsed
  let askedForJson = false
  let told = false
  for (let tries = 0; ;) {
    try {
      const reader = makeAnswerReader()
      const end = yield* eachPiece(askModel(reached, asked, signal, note), async (more) => {
        const pieces = await reader.add(more)
        told ||= pieces.length > 0
        return pieces
      })
      used = addUsage(used, end.usage)
      const { answer, pieces } = reader.end(isCutShort(end))
      yield* pieces
      const known = { ...used, modelVersion: end.modelVersion }
      if (answer) return { ...known, question: answer.question }
      const words = reader.words()
      refuseUnfinished(end, words, told)
      if (askedForJson) {
        yield { kind: 'text', text: words }
        return { ...known, question: null }
      }
      askedForJson = true
      asked = { ...asked, user: asked.user + jsonAlone }
    } catch (error) {
      signal.throwIfAborted()
      const failure = failureOf(error, reached.settings)
      const { status, behind } = failure
      logger.warn({ provider: reached.settings.name, model: reached.model, status, behind }, 'A model did not answer')
      if (told) throw failure.error
      if (asked.schema && takesNoSchema(reached, failure)) {
        asked = { ...asked, schema: null }
        continue
      }
      if (!mayHelp(failure, tries, patience)) throw failure.error
      await setTimeout(waitBefore(failure, tries++, patience), undefined, { signal })
    }
  }
}

function parametersOf({ parameters: { temperature, maxTokens } }: Turn) {
  return { temperature, maxTokens }
}

/** Servers of one's own say so in many ways; asking once without a schema tells. */
function takesNoSchema({ settings }: Reached, { status }: Failure): boolean {
  return settings.kind === 'openai-compatible' && (status === 400 || status === 422 || status === 501)
}

/** Its provider ended it before the model did: what JSON there is lacks what was to follow. */
function isCutShort({ finishReason }: Told): boolean {
  return finishReason === 'length' || finishReason === 'content-filter'
}

/** An answer without an object in it that cannot be told as it is either. */
function refuseUnfinished({ finishReason }: Told, text: string, told: boolean): void {
  const why =
    finishReason === 'length'
      ? 'Its answer became longer than it may be. Ask for less at once, or allow more tokens.'
      : finishReason === 'content-filter'
        ? 'It held its answer back for what it holds. Word it otherwise, or choose another model.'
        : text === ''
          ? 'Its answer was empty. Try again, or choose another model.'
          : told
            ? 'Its answer broke off. Try again.'
            : null
  if (why !== null) throw new AppError('PROVIDER_FAILED', why)
}

function mayHelp({ again, wait }: Failure, tries: number, { retries, longestWait }: Patience): boolean {
  return again && tries < retries && (wait ?? 0) <= longestWait
}

/** At least as long as was asked for; by chance between half of the backoff and all of it, so that not all come back at once. */
function waitBefore({ wait }: Failure, tries: number, { backoff }: Patience): number {
  return Math.max(wait ?? 0, backoff * 2 ** tries * (0.5 + Math.random() / 2))
}
