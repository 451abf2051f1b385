import { AppError } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { aTurn, listen } from '../../testing/modelServers/askServer.ts'
import { unknownUsage, type Provider } from './provider.ts'
import { withFallback } from './withFallback.ts'

/** Says its words and ends, or fails after them. */
function saying(name: string, words: string[], failure: Error | null = null): Provider {
  return {
    name,
    model: `${name}-1`,
    family: null,
    free: false,
    estimate: async () => words.length,
    async *stream(_turn, _signal, charge) {
      charge(10)
      for (const text of words) yield { kind: 'text', text }
      if (failure) throw failure
      return { ...unknownUsage, modelVersion: null, provider: name, model: `${name}-1`, insteadOf: null, question: null }
    },
  }
}

const failed = (sentence: string) => new AppError('PROVIDER_FAILED', sentence)

it('The next one answers where one failed before its first piece, and it is told instead of whom', async () => {
  const chain = withFallback(saying('A', [], failed('A is away.')), [saying('B', [], failed('B is away.')), saying('C', ['Yes'])])
  expect(await listen(chain)).toMatchObject({ text: 'Yes', end: { provider: 'C', insteadOf: 'A' }, charged: 30 })
  expect(await listen(withFallback(saying('A', ['Yes']), [saying('B', ['No'])]))).toMatchObject({
    text: 'Yes',
    end: { insteadOf: null },
  })
})

it('Nobody else is asked once there is a piece', async () => {
  const { text, error } = await listen(withFallback(saying('A', ['Half'], failed('A broke off.')), [saying('B', ['Whole'])]))
  expect(text).toBe('Half')
  expect(error).toMatchObject({ message: 'A broke off.' })
})

it('Where nobody answers, all say why', async () => {
  const { error } = await listen(withFallback(saying('A', [], failed('A is away.')), [saying('B', [], failed('B is away.'))]))
  expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: 'A is away. B is away.' })
})

it('Nobody else is asked for an answer that was stopped', async () => {
  const stop = new AbortController()
  stop.abort(new Error('Stopped by Ada.'))
  const { error, text } = await listen(
    withFallback(saying('A', [], failed('A is away.')), [saying('B', ['No'])]),
    stop.signal,
    aTurn,
  )
  expect([text, String(error)]).toEqual(['', 'AppError: A is away.'])
})

it('Of all that may answer, the dearest is what is held back, and only where all are free nothing is', async () => {
  const free = { ...saying('A', []), free: true }
  const chain = withFallback(free, [saying('B', ['one', 'two']), saying('C', ['one'])])
  expect([chain.free, await chain.estimate(aTurn)]).toEqual([false, 2])
  expect(withFallback(free, [{ ...saying('D', []), free: true }]).free).toBe(true)
})
