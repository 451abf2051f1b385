import { QueryClient, QueryObserver } from '@tanstack/solid-query'
import { afterEach, expect, test } from 'vitest'
import { readAgain } from './queryClient.ts'

const queryClient = new QueryClient()
afterEach(() => queryClient.clear())

test('a change told while the first reading is under way is read after it', async () => {
  const readings: PromiseWithResolvers<string>[] = []
  const queryKey = ['prompts', 'one']
  const observer = new QueryObserver(queryClient, {
    queryKey,
    queryFn() {
      const reading = Promise.withResolvers<string>()
      readings.push(reading)
      return reading.promise
    },
  })
  const unsubscribe = observer.subscribe(() => {})
  expect(readings).toHaveLength(1)
  const done = readAgain(queryClient, queryKey)
  readings[0]?.resolve('as it was')
  await expect.poll(() => readings.length).toBe(2)
  readings[1]?.resolve('as it is')
  await done
  expect(queryClient.getQueryData(queryKey)).toBe('as it is')
  unsubscribe()
})

test('a change told later is read once', async () => {
  let readings = 0
  const queryKey = ['prompts', 'two']
  const observer = new QueryObserver(queryClient, { queryKey, queryFn: () => Promise.resolve((readings += 1)) })
  const unsubscribe = observer.subscribe(() => {})
  await expect.poll(() => queryClient.getQueryData(queryKey)).toBe(1)
  await readAgain(queryClient, queryKey)
  expect(readings).toBe(2)
  unsubscribe()
})
