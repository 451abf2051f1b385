import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { createRating, type Rate } from './createRating.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve))

/** An unrated answer, and a server that answers each saving once it is let. */
function buildRating() {
  const [prompt, setPrompt] = createSignal<{ rating: number | null; feedback: string | null }>({ rating: null, feedback: null })
  const waiting: ((isSaved: boolean) => void)[] = []
  const save = vi.fn<Rate>(async (rating, feedback) => {
    const isSaved = await new Promise<boolean>((resolve) => waiting.push(resolve))
    if (isSaved) setPrompt({ rating, feedback })
    return isSaved
  })
  const answer = async (isSaved: boolean) => {
    await settle()
    waiting.shift()?.(isSaved)
    await settle()
  }
  return { rating: createRoot(() => createRating(prompt, save)), save, answer }
}

test('a thumb is shown as it is pressed, and undone where it could not be saved', async () => {
  const { rating, answer } = buildRating()
  rating.press(5)
  expect(rating.shown()).toBe(5)
  await answer(false)
  expect(rating.shown()).toBeNull()
  expect(rating.worded()).toBe(5)
})

test('words go with the thumb that was pressed last, though the one before is still being saved', async () => {
  const { rating, save, answer } = buildRating()
  rating.press(5)
  rating.press(1)
  void rating.saveWords(' Too long. ')
  expect(rating.shown()).toBe(1)
  for (const isSaved of [true, true, true]) await answer(isSaved)
  expect(save.mock.calls).toEqual([
    [5, null],
    [1, null],
    [1, 'Too long.'],
  ])
  expect(rating.shown()).toBe(1)
})

test('the form stays until its words are saved', async () => {
  const { rating, answer } = buildRating()
  rating.press(1)
  await answer(true)
  void rating.saveWords('Too long.')
  await answer(false)
  expect(rating.worded()).toBe(1)
  void rating.saveWords('Too long.')
  await answer(true)
  expect(rating.worded()).toBeNull()
})

test('pressed once more, it is taken back with its words', async () => {
  const { rating, save, answer } = buildRating()
  rating.press(5)
  await answer(true)
  rating.press(5)
  expect(rating.shown()).toBeNull()
  expect(rating.worded()).toBeNull()
  await answer(true)
  expect(save).toHaveBeenLastCalledWith(null, null)
})
