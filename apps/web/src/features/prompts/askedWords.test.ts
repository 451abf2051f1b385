import { expect, test } from 'vitest'
import { askedWords } from './askedWords.ts'
import { buildPrompt } from './testing/buildPrompt.ts'

test('an act is said, and into which language', () => {
  expect(askedWords(buildPrompt({ act: 'improve', userInput: '' }), undefined)).toBe('Improve the draft')
  expect(askedWords(buildPrompt({ act: 'translate', parameters: { language: 'Welsh' } }), undefined)).toBe(
    'Translate the draft into Welsh',
  )
})

test('a message without words passes over the question before it', () => {
  const before = buildPrompt({ question: { slot: 'audience', text: 'Who is it for?', options: [] } })
  expect(askedWords(buildPrompt({ userInput: '' }), before)).toBe('Skipped: Who is it for?')
  expect(askedWords(buildPrompt({ userInput: 'For beginners' }), before)).toBeNull()
  expect(askedWords(buildPrompt({ userInput: '' }), undefined)).toBeNull()
})

test('a message without words after some that could not be sorted puts those in their place', () => {
  const before = buildPrompt({ unsorted: ['Mumble.'], question: { slot: 'audience', text: 'Who is it for?', options: [] } })
  expect(askedWords(buildPrompt({ userInput: '' }), before)).toBe('Put the words in their place')
})
