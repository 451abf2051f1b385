// First of all: what is imported below builds its schemas as it is loaded.
import '../../zodWithoutEval.ts'
import { answerQuestion, type Asked } from './questions.ts'

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  postMessage({ id, answer: answerQuestion(question) })
})
