import { expect, test } from 'vitest'
import { mergeUnfinished } from './mergeUnfinished.ts'

const from = {
  content: 'Write about {{ topic }}.\n\nBe kind.\n\nBe brief.',
  variables: [
    { name: 'topic', type: 'text' },
    { name: 'old', type: 'text' },
    { name: 'both', type: 'text' },
  ],
  settings: { model: 'one' },
}

test('what was written here stands on top of what was written there, and nothing of either is lost', () => {
  const mine = {
    content: 'Write about {{ topic }}.\n\nBe very kind.\n\nBe brief.',
    variables: [
      { name: 'topic', type: 'longtext' },
      { name: 'both', type: 'text' },
      { name: 'mine', type: 'text' },
    ],
    settings: from.settings,
  }
  const theirs = {
    content: 'Write in {{ language }} about {{ topic }}.\n\nBe kind.\n\nBe brief. End with a question.',
    variables: [...from.variables.slice(0, 2), { name: 'both', type: 'date' }, { name: 'language', type: 'text' }],
    settings: { model: 'two' },
  }
  expect(mergeUnfinished(from, mine, theirs)).toEqual({
    content: 'Write in {{ language }} about {{ topic }}.\n\nBe very kind.\n\nBe brief. End with a question.',
    variables: [
      { name: 'topic', type: 'longtext' },
      { name: 'both', type: 'date' },
      { name: 'language', type: 'text' },
      { name: 'mine', type: 'text' },
    ],
    settings: { model: 'two' },
  })
})

test('a declaration that was taken away here and changed there stays', () => {
  const mine = { ...from, variables: from.variables.slice(0, 1) }
  const theirs = {
    ...from,
    variables: [
      { name: 'topic', type: 'text' },
      { name: 'old', type: 'list' },
    ],
  }
  expect(mergeUnfinished(from, mine, theirs).variables).toEqual(theirs.variables)
})
