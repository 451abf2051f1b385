import { expect, it } from 'vitest'
import { makeAnswerReader } from './makeAnswerReader.ts'

const json = JSON.stringify({ reply: 'Done.', edits: [], question: null })

/** Milliseconds to read a reply of so many characters, ten at a time. */
const time = async (length: number): Promise<number> => {
  const text = JSON.stringify({ reply: 'Calm. '.repeat(length / 6), edits: [], question: null })
  const reader = makeAnswerReader()
  const started = performance.now()
  for (let at = 0; at < text.length; at += 10) await reader.add(text.slice(at, at + 10))
  return performance.now() - started
}

it.each([
  ['<think>Hm, {"reply"?</think>\n', 'Calmer now.'],
  [' <thinking>\nHm.\n</thinking>', 'Calmer now.'],
  // The template of some servers has the opening tag.
  ['Hm.</think>', 'Calmer now.'],
  ['<think>Hm, and no end', ''],
  ['', 'Write <think> before it, and </think> behind.'],
])('What is thought in %j is no part of the words after it', async (thoughts, words) => {
  const reader = makeAnswerReader()
  expect(await reader.add(thoughts + words)).toEqual([])
  expect(reader.end(false).answer).toBeNull()
  expect(reader.words()).toBe(words)
  const answering = makeAnswerReader()
  await answering.add(`${thoughts}\n`)
  const expected = words === '' ? [] : [{ kind: 'text', text: 'Done.' }]
  expect(await answering.add(json)).toEqual(expected)
  expect(answering.end(false).answer?.reply).toBe(words === '' ? undefined : 'Done.')
})

it('An answer that is only thought of is not told, the one behind it is', async () => {
  const draft = '{"reply":"Draft.","edits":[{"section":"role","op":"remove","text":""}]} but no.'
  const reader = makeAnswerReader()
  expect(await reader.add(`<think>${draft}`)).toEqual([])
  expect(reader.end(false)).toEqual({ answer: null, pieces: [] })
  await reader.add('</think>')
  expect(await reader.add(json)).toEqual([{ kind: 'text', text: 'Done.' }])
  expect(reader.end(false).answer).toEqual({ reply: 'Done.', edits: [], question: null })
})

it('Half a character in a reply does not hold up the rest of it', async () => {
  const reader = makeAnswerReader()
  const told = [await reader.add('{"reply":"A \\ud83d'), await reader.add(' and more'), await reader.add('.","edits":[]}')]
  expect([...told.flat(), ...reader.end(false).pieces].map((piece) => (piece.kind === 'text' ? piece.text : ''))).toEqual([
    'A ',
    '\uFFFD and more',
    '.',
  ])
})

it('The time for an answer in tiny pieces grows as its length does', { timeout: 60_000 }, async () => {
  await time(100_000)
  // Eight times as long; by the square it would be 64 times.
  expect(await time(800_000)).toBeLessThan((await time(100_000)) * 24)
})
