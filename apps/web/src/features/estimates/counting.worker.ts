// First of all: what is imported below builds its schemas as it is loaded.
import '../../zodWithoutEval.ts'
import { countTokens, families } from '@prologue/prompt-kit'
import type { Answered, Asked } from '../../ui/createWorkerCalls.ts'
import type { Question } from './createCounter.ts'
import type { Counted } from './measure.ts'

addEventListener('message', async ({ data: { id, question } }: MessageEvent<Asked<Question>>) => {
  const family = families.find((one) => one === question.family) ?? 'plain'
  const answered = await countTokens(question.text, { model: question.model, family }).then(
    (answer): Answered<Counted> => ({ id, answer }),
    (error: unknown): Answered<Counted> => ({ id, failure: String(error) }),
  )
  postMessage(answered)
})
