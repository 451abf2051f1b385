import { withTransaction } from '@prologue/shared'
import { Prompt } from '@prologue/shared/models'
import type { Callers } from './callers.ts'
import type { Sample } from './sample.ts'

/** The same rows, of which nobody hears. */
class UnauditedPrompt extends Prompt {}
Object.defineProperty(UnauditedPrompt, 'audited', { value: null })

const text = 'What the assistant is asked to do, in some words. '.repeat(12)

/** Milliseconds for one exchange, each in a transaction of its own, as the application writes them. */
export async function measureInserts({ ctxOf }: Callers, { longest }: Sample, audited: boolean, count: number): Promise<number> {
  const model = audited ? Prompt : UnauditedPrompt
  const ctx = ctxOf(longest.ownerId, 'user')
  const began = performance.now()
  for (let each = 0; each < count; each += 1) {
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
  return (performance.now() - began) / count
}
