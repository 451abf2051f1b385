import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createWorkerCalls, type Answered } from './createWorkerCalls.ts'

class Hand extends EventTarget {
  asked = 0
  ended = false
  postMessage() {
    this.asked++
  }
  terminate() {
    this.ended = true
  }
  say(data: Answered<string>) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

function ask() {
  const opened: Hand[] = []
  const { call, leave } = createRoot((dispose) => ({
    call: createWorkerCalls<string, string>(() => {
      const hand = new Hand()
      opened.push(hand)
      return hand
    }),
    leave: dispose,
  }))
  return { opened, call, leave }
}

test('each answer goes to its own question, and a failure to the one that failed', async () => {
  const { opened, call, leave } = ask()
  const [first, second] = [call('one'), call('two')]
  opened[0]?.say({ id: 2, answer: 'TWO' })
  opened[0]?.say({ id: 1, failure: 'no' })
  await expect(first).rejects.toThrow('no')
  expect(await second).toBe('TWO')
  expect(opened.map(({ asked }) => asked)).toEqual([2])
  leave()
  expect(opened.map(({ ended }) => ended)).toEqual([true])
})

test('a worker that broke down is ended, and the next question has another', async () => {
  const { opened, call, leave } = ask()
  const first = call('one')
  opened[0]?.dispatchEvent(new Event('error'))
  await expect(first).rejects.toThrow('The worker could not be loaded')
  const second = call('two')
  opened[1]?.say({ id: 2, answer: 'TWO' })
  expect(await second).toBe('TWO')
  expect(opened.map(({ ended }) => ended)).toEqual([true, false])
  leave()
})
