import { withTransaction } from '@prologue/shared'
import { Prompt } from '@prologue/shared/models'
import type { Callers } from './callers.ts'
import type { Sample } from './sample.ts'

/** The same rows, of which nobody hears. */
class UnauditedPrompt extends Prompt {}
Object.defineProperty(UnauditedPrompt, 'audited', { value: null })

const text = 'What the assistant is asked to do, in some words. '.repeat(12)

/** What flushing takes changes from second to second: so neither waits for long before it is its turn again. */
const turns = 10
const insertsOfTurn = 10

/** Milliseconds for one exchange with audit and without, of 100 each. Who goes first changes. */
export async function measureInserts(callers: Callers, sample: Sample): Promise<{ audited: number; plain: number }> {
  const took = { audited: 0, plain: 0 }
  for (let turn = 0; turn < turns; turn += 1) {
    const order = turn % 2 === 0 ? (['audited', 'plain'] as const) : (['plain', 'audited'] as const)
    for (const each of order) took[each] += await insertSome(callers, sample, each === 'audited' ? Prompt : UnauditedPrompt)
  }
  const count = turns * insertsOfTurn
  return { audited: took.audited / count, plain: took.plain / count }
}

/** Milliseconds for a turn's exchanges, each in a transaction of its own, as the application writes them. */
async function insertSome({ ctxOf }: Callers, { longest }: Sample, model: typeof Prompt): Promise<number> {
  const ctx = ctxOf(longest.ownerId, 'user')
  const began = performance.now()
  for (let each = 0; each < insertsOfTurn; each += 1) {
    await withTransaction(ctx, async (tx) => {
      await model.with(tx).insert({
        conversationId: longest.id,
        authorId: longest.ownerId,
        userInput: text,
        systemPrompt: text,
        response: text,
        provider: 'composer',
        model: 'bench',
        parameters: {},
        status: 'completed',
        metadata: {},
      })
    })
  }
  return performance.now() - began
}
