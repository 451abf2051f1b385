import type { Model } from '@prologue/contracts'
import { onCleanup } from 'solid-js'
import type { Counted } from './measure.ts'

export type Asked = { id: number; text: string; model: string; family: string }
export type Answered = { id: number } & ({ counted: Counted } | { failure: string })

/** Counts tokens beside the page: the tables are large, and nobody waits for them while they type. */
export function createCounter(): (text: string, model: Model) => Promise<Counted> {
  const waiting = new Map<number, PromiseWithResolvers<Counted>>()
  let worker: Worker | undefined
  let last = 0
  onCleanup(() => worker?.terminate())

  const open = () => {
    const opened = new Worker(new URL('./counting.worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const asked = waiting.get(data.id)
      if ('counted' in data) asked?.resolve(data.counted)
      else asked?.reject(new Error(data.failure))
      waiting.delete(data.id)
    })
    opened.addEventListener('error', ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message))
      waiting.clear()
    })
    return opened
  }
  return async (text, { model, family }) => {
    worker ??= open()
    const asked: Asked = { id: ++last, text, model, family }
    const counting = Promise.withResolvers<Counted>()
    waiting.set(asked.id, counting)
    worker.postMessage(asked, [])
    return counting.promise
  }
}
