// First of all: what is imported below builds its schemas as it is loaded.
import '../../zodWithoutEval.ts'
import { answerQuestion, type Asked } from './questions.ts'

addEventListener('message', async ({ data: { id, question } }: MessageEvent<Asked>) => {
  const answered = await answerQuestion(question).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, failure: String(error) }),
  )
  postMessage(answered)
})
