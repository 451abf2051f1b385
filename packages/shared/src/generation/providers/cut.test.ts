import { AppError, providerKinds } from '@prologue/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, modelAt } from '../../testing/modelServers/askServer.ts'
import { openModelServer, type ModelServer } from '../../testing/modelServers/openModelServer.ts'

const reply = 'Exact. 🚲'
const edits = [
  { section: 'role', op: 'replace', text: 'You mend “bicycles”.' },
  { section: 'tone', op: 'append', text: '\\ and {"edits":[]}' },
]
/** Every byte of the protocol that most servers speak; of the others, whose frames are longer, every so many. */
const steps = { openai: 29, anthropic: 17, google: 13, 'openai-compatible': 1 }
const json = JSON.stringify({ reply, edits, question: null })

const isFailure = (error: unknown) =>
  error instanceof AppError && error.code === 'PROVIDER_FAILED' && /The server .*\.$/.test(error.message)

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())

describe.each(providerKinds)('An answer of kind %s that is cut after any byte', (kind) => {
  it('fails with a sentence, and tells nothing that the model did not say', { timeout: 120_000 }, async () => {
    const model = modelAt({ kind, baseUrl: server.baseUrl(kind), patience: { retries: 0 } })
    let whole = 0
    for (let cutAfter = 1; ; cutAfter += steps[kind]) {
      server.behave({ replies: [json], pieceLength: 60, cutAfter })
      const heard = await listen(model)
      expect(reply.startsWith(heard.text), `${cutAfter}: ${heard.text}`).toBe(true)
      const told = heard.pieces.flatMap((piece) => (piece.kind === 'edit' ? [piece.edit] : []))
      expect(told, `${cutAfter}`).toEqual(edits.slice(0, told.length))
      const ended = heard.error === null
      const asItShould = ended ? heard.text === reply && told.length === 2 : isFailure(heard.error)
      expect(asItShould, `${cutAfter}: ${String(heard.error)}`).toBe(true)
      // Once it comes whole, it was longer than the cut or all that mattered had come.
      if (ended && ++whole > 3) break
    }
    expect(whole).toBeGreaterThan(0)
  })
})

it('An answer that is cut before its first piece each time is asked for three times, and fails', async () => {
  const kind = 'openai-compatible'
  server.behave({ replies: [json], cutAfter: 20 })
  const { error, text } = await listen(modelAt({ kind, baseUrl: server.baseUrl(kind) }))
  expect(text).toBe('')
  expect(error).toMatchObject({ code: 'PROVIDER_FAILED' })
  expect(server.requests).toHaveLength(3)
})
