import { describe, expect, test } from 'vitest'
import { emptyFields, filledCount, toBriefForm } from './briefFields.ts'

describe('toBriefForm', () => {
  test('blank fields say nothing, whatever the unit of length', () => {
    expect(toBriefForm({ ...emptyFields, role: '  ', steps: '\n \n', tone: ' , ', lengthUnit: 'items' })).toBeUndefined()
  })

  test('lines lose their bullets, numbers and blanks', () => {
    const form = toBriefForm({
      ...emptyFields,
      steps: '1. Read the mail\n\n2) Answer it',
      do: '- Be brief',
      dont: '• Promise refunds',
    })
    expect(form).toEqual({ steps: ['Read the mail', 'Answer it'], do: ['Be brief'], dont: [{ rule: 'Never promise refunds' }] })
  })

  test('what stands under Never forbids, and is not forbidden twice', () => {
    const lines = [
      'promise refunds',
      'Guess',
      'PDFs by mail',
      'Do not guess',
      'no jokes',
      'Don’t rhyme',
      'You must never lie',
      'Under no circumstances sign',
    ]
    expect(toBriefForm({ ...emptyFields, dont: lines.join('\n') })?.dont?.map(({ rule }) => rule)).toEqual([
      'Never promise refunds',
      'Never guess',
      'Never PDFs by mail',
      'Do not guess',
      'no jokes',
      'Don’t rhyme',
      'You must never lie',
      'Under no circumstances sign',
    ])
  })

  test('a number that begins a sentence stays', () => {
    expect(toBriefForm({ ...emptyFields, do: '24 hours is the longest to promise' })?.do).toEqual([
      '24 hours is the longest to promise',
    ])
  })

  test('tone is split at commas, length needs a number above zero', () => {
    expect(toBriefForm({ ...emptyFields, tone: 'warm, exact', atMost: '0', output: 'json' })).toEqual({
      tone: ['warm', 'exact'],
      output: { kind: 'json' },
    })
    expect(toBriefForm({ ...emptyFields, atMost: '120', lengthUnit: 'words' })).toEqual({ length: { unit: 'words', max: 120 } })
  })

  test('counts what was filled in', () => {
    expect(filledCount(emptyFields)).toBe(0)
    expect(filledCount({ ...emptyFields, role: 'A tutor', audience: 'pupils' })).toBe(2)
  })
})
