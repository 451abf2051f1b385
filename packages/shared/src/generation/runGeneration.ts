import { AppError, limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Prompt } from '../models/index.ts'
import { showLife } from './showLife.ts'
import { storeAnswer, type Answer } from './storeAnswer.ts'
import { Stopped, type Running } from './generations.ts'
import { unknownUsage, type Provider, type Turn, type TurnEnd, type TurnPiece } from './providers/provider.ts'

type Outcome = Pick<Answer, 'status' | 'statusReason' | 'stoppedBy' | 'end'>

/**
 * Streams an answer to its room and completes its row, whatever comes: completed, failed and cancelled are all states, and what there
 * is of an answer then stays.
 */
export function runGeneration(ctx: Ctx, prompt: Prompt, provider: Provider, turn: Turn): void {
  const { generations, rooms } = ctx.services
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)

  generations.run(prompt.id, prompt.conversationId, async (run) => {
    const { signal } = run.controller
    let firstTokenMs: number | null = null
    let room: number = limits.answer
    let charged = 0
    const stream = provider.stream(turn, signal, (microUsd) => {
      charged += microUsd ?? 0
    })

    /** Tells a piece to the room. @throws TooLong where there is no room for it; what fits of a text is told. */
    const take = (piece: TurnPiece): void => {
      firstTokenMs ??= elapsed()
      const { text } = piece.kind === 'edit' ? piece.edit : piece
      const isTooLong = text.length > room || (piece.kind === 'edit' && run.edits.length >= limits.edits)
      if (piece.kind === 'text') {
        const fits = text.slice(0, room)
        rooms.promptDelta(prompt.conversationId, prompt.id, run.text.length, fits)
        run.text += fits
      } else if (!isTooLong) {
        const edit = { ...piece.edit, section: piece.edit.section.slice(0, limits.section) }
        rooms.promptEdit(prompt.conversationId, prompt.id, run.edits.length, edit)
        run.edits.push(edit)
      }
      room -= text.length
      if (isTooLong) throw new AppError('PROVIDER_FAILED', tooLong)
    }

    const read = async (): Promise<Outcome> => {
      try {
        for (let next = await stream.next(); ; next = await stream.next()) {
          signal.throwIfAborted()
          if (next.done) return { ...completed, end: next.value }
          take(next.value)
        }
      } catch (error) {
        const outcome = failure(signal, error)
        if (outcome.status === 'failed') ctx.logger.error({ err: error, promptId: prompt.id }, 'An answer failed')
        return outcome
      } finally {
        // Whatever ended the reading: the provider lets go of what it holds.
        await letGo(stream)
      }
    }
    const stopShowing = showLife(ctx, prompt.id, () => run.controller.abort(new Stopped('It was given up.')))
    const outcome = await read()
    const { text, edits }: Running = run
    const took = { firstTokenMs, responseTimeMs: elapsed(), chargedMicroUsd: prompt.payerId === null ? null : charged }
    await storeAnswer(ctx, prompt, { ...outcome, ...took, text, edits }).finally(stopShowing)
  })
}

const completed = { status: 'completed', statusReason: null, stoppedBy: null } as const

const tooLong = `The answer went on for more than ${limits.answer.toLocaleString('en')} characters, or ${limits.edits} edits, and was stopped there.`

async function letGo(stream: AsyncGenerator<unknown, TurnEnd, void>): Promise<void> {
  const nothing = { modelVersion: null, provider: '', model: '', insteadOf: null, question: null }
  await stream.return({ ...unknownUsage, ...nothing }).catch(() => {})
}

function failure(signal: AbortSignal, error: unknown): Outcome {
  const { reason } = signal
  if (reason instanceof Stopped) return { status: 'cancelled', statusReason: reason.message, stoppedBy: reason.by, end: null }
  const known = error instanceof AppError ? error : new AppError('PROVIDER_FAILED')
  return { status: 'failed', statusReason: known.message, stoppedBy: null, end: null }
}
