import { setTimeout } from 'node:timers/promises'
import { AppError, limits, type ProposedEdit, type Question } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, Prompt, PromptEdit, recordEvent } from '../models/index.ts'
import { noneAsked, withAsked } from './interview.ts'
import type { TurnEnd } from './providers/provider.ts'

/** How an answer ended, and what there is of it. */
export type Answer = Pick<
  Prompt,
  'status' | 'statusReason' | 'stoppedBy' | 'firstTokenMs' | 'responseTimeMs' | 'chargedMicroUsd'
> & {
  text: string
  edits: readonly ProposedEdit[]
  /** What its provider told of it; null where it did not come to that. */
  end: TurnEnd | null
}

/** How long a finished answer waits for a database that is away, in milliseconds between tries. */
const retryDelay = 1_000

/**
 * A database that is away or full for a while does not cost the answer: it is held here until it is stored. An answer that
 * cannot be stored at all has failed.
 */
export async function storeAnswer(ctx: Ctx, prompt: Prompt, answer: Answer): Promise<void> {
  const { generations } = ctx.services
  for (;;) {
    try {
      await complete(ctx, prompt, answer)
      return
    } catch (error) {
      ctx.logger.error({ err: error, promptId: prompt.id }, 'An answer could not be stored')
      if (!mayPass(error)) break
      await setTimeout(retryDelay, undefined, { signal: generations.abandoned }).catch(() => {})
      if (generations.abandoned.aborted) return
    }
  }
  await fail(ctx, prompt, answer).catch((error: unknown) =>
    ctx.logger.error({ err: error, promptId: prompt.id }, 'Nor could its failure'),
  )
}

async function complete(ctx: Ctx, prompt: Prompt, answer: Answer): Promise<void> {
  const { text, edits, end, statusReason, chargedMicroUsd, ...rest } = answer
  const { id, conversationId } = prompt
  const asked = end?.question ? askedBy(prompt, end.question) : null
  await withTransaction(ctx, async (tx) => {
    // Also in a conversation that was deleted and may come back.
    const row = await Prompt.with(tx)
      .context({ writing: true })
      .findById(id)
      .whereIn('status', ['pending', 'cancelled'])
      .forUpdate()
    if (row) {
      await Prompt.with(tx)
        .findById(id)
        .patch({
          ...rest,
          chargedMicroUsd,
          ...(end && reported(end)),
          response: text.toWellFormed(),
          statusReason: statusReason?.slice(0, 500) ?? null,
          // Stopped at another process: it stays so, with what there was of it.
          ...(row.status === 'cancelled' && { status: row.status, statusReason: row.statusReason, stoppedBy: row.stoppedBy }),
          metadata: { ...prompt.metadata, ...asked, insteadOf: end?.insteadOf ?? undefined },
        })
      if (rest.status === 'failed' && row.status === 'pending') {
        const { provider, model } = prompt
        const failed = { action: 'fail', entityType: 'prompts', entityId: id, wholeId: conversationId } as const
        await recordEvent(tx, { ...failed, metadata: { provider, model } })
      }
    } else {
      // Given up or deleted meanwhile: it stays so. What it took was taken all the same.
      await Prompt.with(tx).context({ withDeleted: true }).findById(id).patch({ chargedMicroUsd })
      return
    }
    for (const [position, { section, op, text: words }] of edits.entries()) {
      await PromptEdit.with(tx).insert({ promptId: id, position, section, op, text: words.toWellFormed(), state: 'open' })
    }
    if (asked) {
      const conversation = await Conversation.with(tx).findById(conversationId).forUpdate()
      const context = { ...conversation?.context, interview: asked.interview }
      await Conversation.with(tx).findById(conversationId).patch({ context })
    }
    tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, id))
  })
}

/** What a model asks counts among the questions of the conversation. */
function askedBy({ metadata }: Prompt, question: Question) {
  return { question, interview: withAsked(metadata.interview ?? noneAsked, question) }
}

/** Who really answered, and what it took. */
function reported({ provider, model, modelVersion, tokensIn, tokensCached, tokensOut, costMicroUsd }: TurnEnd) {
  return {
    provider: provider.slice(0, limits.provider),
    model: model.slice(0, limits.model),
    modelVersion: modelVersion?.slice(0, limits.model) ?? null,
    tokensIn,
    tokensCached,
    tokensOut,
    costMicroUsd,
  }
}

async function fail(ctx: Ctx, prompt: Prompt, { chargedMicroUsd }: Answer): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const statusReason = 'The answer could not be stored. Send it again.'
    const failed = { status: 'failed', statusReason, chargedMicroUsd } as const
    await Prompt.with(tx).findById(prompt.id).where({ status: 'pending' }).patch(failed)
    // Stopped at another process meanwhile: it stays so, and is charged with what it took.
    await Prompt.with(tx).findById(prompt.id).where({ status: 'cancelled' }).patch({ chargedMicroUsd })
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, prompt.id))
  })
}

function mayPass(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'DB_UNAVAILABLE' || error.code === 'STORAGE_FULL')
}
