import type { Model } from '@prologue/contracts'
import { createWorkerCalls } from '../../ui/createWorkerCalls.ts'
import type { Counted } from './measure.ts'

export type Question = { text: string; model: string; family: string }

/** Counts tokens beside the page: the tables are large, and nobody waits for them while they type. */
export function createCounter(): (text: string, model: Model) => Promise<Counted> {
  const ask = createWorkerCalls<Question, Counted>(
    () => new Worker(new URL('./counting.worker.ts', import.meta.url), { type: 'module' }),
  )
  return (text, { model, family }) => ask({ text, model, family })
}
