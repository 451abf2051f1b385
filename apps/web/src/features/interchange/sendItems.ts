import { limits, type ImportOptions, type ImportResult } from '@prologue/contracts'
import type { PortableTemplate, Prepared } from '@prologue/prompt-kit/formats'

/** Characters of the templates that travel together, and how many they are at most. */
const fullBatch = 500_000
const mostTogether = limits.templatesAtOnce

export type Sent = { index: number; result: ImportResult }
type Send = (input: ImportOptions & { templates: PortableTemplate[]; keys: string[] }) => Promise<ImportResult[]>
type Waiting = { index: number; template: PortableTemplate }

const tooLarge = 'It is larger than what can be sent at once. Import it on the server, with the command prologue import.'

/** From which item on, and the key of each: what is sent again is written once. */
type Which = { from: number; keyOf: (index: number) => string }

/** Sends the items of a file that can be imported, some together, from the one with the index `from` on; yields what became of each, in their order. */
export async function* sendItems(
  items: AsyncIterable<Prepared>,
  options: ImportOptions,
  { from, keyOf }: Which,
  send: Send,
): AsyncGenerator<Sent[]> {
  let batch: Waiting[] = []
  let size = 0
  let index = -1
  for await (const item of items) {
    index++
    if (index < from) continue
    if (!item.ok) continue
    const bytes = sizeOf(item.template)
    const isTooLarge = bytes > limits.requestBytes - 50_000
    // What became of an item is told after all that stand before it: who goes on begins behind the last that is known.
    if (batch.length > 0 && (isTooLarge || size + bytes > fullBatch || batch.length >= mostTogether)) {
      yield await flush(batch)
      batch = []
      size = 0
    }
    if (isTooLarge) {
      yield [{ index, result: { ok: false, reason: tooLarge } }]
      continue
    }
    batch.push({ index, template: item.template })
    size += bytes
  }
  if (batch.length > 0) yield await flush(batch)

  async function flush(waiting: readonly Waiting[]): Promise<Sent[]> {
    const results = await send({
      ...options,
      templates: waiting.map(({ template }) => template),
      keys: waiting.map(({ index }) => keyOf(index)),
    })
    return waiting.flatMap(({ index }, at) => {
      const result = results[at]
      return result === undefined ? [] : [{ index, result }]
    })
  }
}

function sizeOf(template: PortableTemplate): number {
  return new TextEncoder().encode(JSON.stringify(template)).length
}
