// First of all: what is imported below builds its schemas as it is loaded.
import '../../zodWithoutEval.ts'
import { countTokens, families } from '@prologue/prompt-kit'
import type { Asked, Answered } from './createCounter.ts'

addEventListener('message', async ({ data: { id, text, model, family } }: MessageEvent<Asked>) => {
  const known = families.find((one) => one === family) ?? 'plain'
  const answered = await countTokens(text, { model, family: known }).then(
    (counted): Answered => ({ id, counted }),
    (error: unknown): Answered => ({ id, failure: String(error) }),
  )
  postMessage(answered)
})
