import type { Model } from '@prologue/contracts'
import { createDeferred, createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Counted } from './measure.ts'

/** How long nobody types before a text is counted as its model counts it, in milliseconds. */
const rest = 600

type Settled = Counted & {
  model: string
  text: string
  /** How much more it is than it was estimated to be. */
  factor: number
}

/**
 * The tokens of a text while it is written: estimated at once, counted as the model counts when whoever writes pauses. From the first
 * count on the estimates go by it, so that the number does not jump to and fro.
 */
export function createCount(options: {
  text: Accessor<string>
  model: Accessor<Model | undefined>
  estimate: (text: string) => number
  count: (text: string, model: Model) => Promise<Counted>
}): Accessor<Counted> {
  const [settled, setSettled] = createSignal<Settled>()
  const text = createDeferred(options.text, { timeoutMs: 200 })
  const estimate = createMemo(() => options.estimate(text()))
  let newest = 0

  const settle = async (words: string, model: Model) => {
    const asked = ++newest
    const counted = await options.count(words, model)
    if (asked !== newest) return
    setSettled({ ...counted, model: model.model, text: words, factor: counted.tokens / Math.max(1, options.estimate(words)) })
  }
  createEffect(() => {
    const [words, model] = [text(), options.model()]
    if (!model || words === '') return
    // Where it cannot be counted, the estimate stays.
    const timer = setTimeout(() => void settle(words, model).catch(() => {}), rest)
    onCleanup(() => clearTimeout(timer))
  })

  return createMemo(() => {
    const known = settled()
    const model = options.model()
    if (!known || !model || known.model !== model.model) return { tokens: estimate(), exact: false }
    if (known.text === text()) return { tokens: known.tokens, exact: known.exact }
    return { tokens: Math.round(estimate() * known.factor), exact: false }
  })
}
