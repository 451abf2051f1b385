import { setTimeout } from 'node:timers/promises'
import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { Stopped } from './generations.ts'
import { unknownUsage, type Provider, type Turn, type TurnEnd, type Usage } from './providers/provider.ts'

/** How long a finished answer waits for a database that is away, in milliseconds between tries. */
const retryDelay = 1_000

/** Streams an answer to its room and completes its row, whatever comes: completed, failed and cancelled are all states. */
export function runGeneration(ctx: Ctx, prompt: Prompt, provider: Provider, turn: Turn): void {
  const { generations, rooms } = ctx.services
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)

  generations.run(prompt.id, prompt.conversationId, async (run) => {
    const { signal } = run.controller
    let firstTokenMs: number | null = null
    const stream = provider.stream(turn, signal)
    let outcome: Pick<Prompt, 'status' | 'statusReason'> & Usage = { status: 'completed', statusReason: null, ...unknownUsage }
    try {
      for (let next = await stream.next(); ; next = await stream.next()) {
        signal.throwIfAborted()
        if (next.done) {
          outcome = { ...outcome, ...usageOf(next.value) }
          break
        }
        firstTokenMs ??= elapsed()
        if (next.value.kind === 'edit') continue
        rooms.promptDelta(prompt.conversationId, prompt.id, run.text.length, next.value.text)
        run.text += next.value.text
      }
    } catch (error) {
      outcome = { ...unknownUsage, ...failure(signal, error) }
      if (outcome.status === 'failed') ctx.logger.error({ err: error, promptId: prompt.id }, 'An answer failed')
    } finally {
      // Whatever ended the reading: the provider lets go of what it holds.
      await letGo(stream)
    }
    await store(ctx, prompt, { ...outcome, response: run.text, firstTokenMs, responseTimeMs: elapsed() })
  })
}

function usageOf({ tokensIn, tokensCached, tokensOut, costMicroUsd, modelVersion }: TurnEnd) {
  return { tokensIn, tokensCached, tokensOut, costMicroUsd, modelVersion }
}

async function letGo(stream: AsyncGenerator<unknown, TurnEnd, void>): Promise<void> {
  const nothing = { modelVersion: null, provider: '', model: '', insteadOf: null, question: null }
  await stream.return({ ...unknownUsage, ...nothing }).catch(() => {})
}

function failure(signal: AbortSignal, error: unknown): Pick<Prompt, 'status' | 'statusReason'> {
  if (signal.reason instanceof Stopped) return { status: 'cancelled', statusReason: signal.reason.message }
  const known = error instanceof AppError ? error : new AppError('PROVIDER_FAILED')
  return { status: 'failed', statusReason: known.message }
}

/**
 * A database that is away or full for a while does not cost the answer: it is held here until it is stored. An answer that
 * cannot be stored at all has failed.
 */
async function store(ctx: Ctx, prompt: Prompt, values: Partial<Prompt>): Promise<void> {
  const { generations } = ctx.services
  for (;;) {
    try {
      await complete(ctx, prompt, values)
      return
    } catch (error) {
      ctx.logger.error({ err: error, promptId: prompt.id }, 'An answer could not be stored')
      if (!mayPass(error)) break
      await setTimeout(retryDelay, undefined, { signal: generations.abandoned }).catch(() => {})
      if (generations.abandoned.aborted) return
    }
  }
  await complete(ctx, prompt, { status: 'failed', statusReason: 'The answer could not be stored. Send it again.' }).catch(
    (error: unknown) => ctx.logger.error({ err: error, promptId: prompt.id }, 'Nor could its failure'),
  )
}

async function complete(ctx: Ctx, prompt: Prompt, values: Partial<Prompt>): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await Prompt.with(tx).findById(prompt.id).patch(values)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, prompt.id))
  })
}

function mayPass(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'DB_UNAVAILABLE' || error.code === 'STORAGE_FULL')
}
