// First of all: what is imported below builds its schemas as it is loaded.
import '../../zodWithoutEval.ts'
import type { Asked } from '../../ui/createWorkerCalls.ts'
import { answerQuestion, type Question } from './questions.ts'

addEventListener('message', async ({ data: { id, question } }: MessageEvent<Asked<Question>>) => {
  const answered = await answerQuestion(question).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, failure: String(error) }),
  )
  postMessage(answered)
})
