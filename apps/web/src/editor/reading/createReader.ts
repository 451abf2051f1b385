import type { RenderedPieces, TextEdit } from '@prologue/prompt-kit'
import { createWorkerCalls } from '../../ui/createWorkerCalls.ts'
import type { Answer, Question } from './questions.ts'
import type { Reading, ReadingInput } from './readTemplate.ts'

export type Reader = {
  read: (input: ReadingInput) => Promise<Reading>
  rename: (text: string, from: string, to: string) => Promise<readonly TextEdit[]>
  render: (text: string, input: Extract<Question, { kind: 'render' }>['input']) => Promise<RenderedPieces>
}

/** Reads prompts beside the page, so that nobody waits for it while they type. What reads is fetched with the first question. */
export function createReader(): Reader {
  const ask = createWorkerCalls<Question, Answer>(
    () => new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' }),
  )
  return {
    async read(input) {
      // A list out of the query's store is a proxy by then, which no worker can be sent.
      const answer = await ask({ kind: 'read', input: { ...input, off: [...input.off] } })
      return answer.kind === 'read' ? answer.reading : unasked()
    },
    async rename(text, from, to) {
      const answer = await ask({ kind: 'rename', text, from, to })
      return answer.kind === 'rename' ? answer.edits : unasked()
    },
    async render(text, input) {
      const answer = await ask({ kind: 'render', text, input })
      return answer.kind === 'render' ? answer.rendered : unasked()
    },
  }
}

function unasked(): never {
  throw new TypeError('The answer is to another question')
}
