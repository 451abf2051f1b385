import { onCleanup } from 'solid-js'

export type Asked<Question> = { id: number; question: Question }
export type Answered<Answer> = { id: number } & ({ answer: Answer } | { failure: string })

type Opened<Question> = Pick<EventTarget, 'addEventListener'> & {
  postMessage: (asked: Asked<Question>, transfer: []) => void
  terminate: () => void
}

/**
 * Asks a worker, which is opened with the first question and ends with its owner. One that breaks down fails what it was asked; the
 * next question opens another.
 */
export function createWorkerCalls<Question, Answer>(open: () => Opened<Question>): (question: Question) => Promise<Answer> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let worker: Opened<Question> | undefined
  let last = 0
  onCleanup(() => worker?.terminate())

  const start = () => {
    const opened = open()
    opened.addEventListener('message', (event) => {
      if (!(event instanceof MessageEvent)) return
      const data: Answered<Answer> = event.data
      const asked = waiting.get(data.id)
      if ('answer' in data) asked?.resolve(data.answer)
      else asked?.reject(new Error(data.failure))
      waiting.delete(data.id)
    })
    opened.addEventListener('error', (event) => {
      opened.terminate()
      worker = undefined
      const failure = new Error(event instanceof ErrorEvent ? event.message : 'The worker could not be loaded')
      for (const { reject } of waiting.values()) reject(failure)
      waiting.clear()
    })
    return opened
  }
  return async (question) => {
    const asked: Asked<Question> = { id: ++last, question }
    worker ??= start()
    worker.postMessage(asked, [])
    const answering = Promise.withResolvers<Answer>()
    waiting.set(asked.id, answering)
    return answering.promise
  }
}
