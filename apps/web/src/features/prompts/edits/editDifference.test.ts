import { expect, test } from 'vitest'
import { editDifference, editWords } from './editDifference.ts'

const draft = '# Role\n\nYou are a tutor.\n\n# Tone\n\nWarm.'

test('an edit is compared with its own section as it stands in the draft', () => {
  expect(editDifference(draft, { section: 'tone', op: 'replace', text: 'Warm and exact.' })).toEqual({
    before: 'Warm.',
    after: 'Warm and exact.',
  })
  expect(editDifference(draft, { section: 'tone', op: 'remove', text: '' })).toEqual({ before: 'Warm.', after: '' })
  expect(editDifference(draft, { section: 'length', op: 'append', text: 'At most 80 words.' })).toEqual({
    before: '',
    after: 'At most 80 words.',
  })
})

test('what changes nothing has no difference', () => {
  expect(editDifference(draft, { section: 'tone', op: 'replace', text: 'Warm.' })).toBeNull()
  expect(editDifference(draft, { section: 'length', op: 'remove', text: '' })).toBeNull()
})

test('what an edit does is said, a section that is not there yet being new', () => {
  expect(editWords(draft, { section: 'tone', op: 'replace' })).toBe('rewritten')
  expect(editWords(draft, { section: 'tone', op: 'append' })).toBe('added to')
  expect(editWords(draft, { section: 'length', op: 'append' })).toBe('new')
  expect(editWords(draft, { section: 'length', op: 'remove' })).toBe('taken out')
})
