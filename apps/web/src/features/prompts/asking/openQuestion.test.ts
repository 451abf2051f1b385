import { expect, test } from 'vitest'
import { logOf } from '../promptLog.ts'
import { buildPrompt } from '../testing/buildPrompt.ts'
import { newestOf, openQuestionOf } from './openQuestion.ts'

const question = { slot: 'audience', text: 'Who is it for?', options: ['Beginners'] }
const page = { nextCursor: null, previousCursor: null }

test('the newest answer’s question is open, an older one’s is not', () => {
  const asked = buildPrompt({ question })
  expect(openQuestionOf(logOf({ items: [asked], ...page }))).toEqual({ promptId: asked.id, question })
  const later = buildPrompt({ question: null })
  expect(openQuestionOf(logOf({ items: [asked, later], ...page }))).toBeUndefined()
})

test('nothing is asked while the answer is written, nor where the end of the log is not known', () => {
  expect(openQuestionOf(logOf({ items: [buildPrompt({ question, status: 'pending' })], ...page }))).toBeUndefined()
  const log = logOf({ items: [buildPrompt({ question })], nextCursor: null, previousCursor: 'newer' })
  expect(openQuestionOf(log)).toBeUndefined()
  expect(newestOf(log)).toBeUndefined()
  expect(openQuestionOf(undefined)).toBeUndefined()
})
