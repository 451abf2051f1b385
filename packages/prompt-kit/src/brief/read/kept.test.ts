import { describe, expect, test } from 'vitest'
import { droppedWords } from './kept.ts'

describe('droppedWords', () => {
  test('names what the prompt lacks, as often as it lacks it', () => {
    expect(droppedWords('Sell red boats. Red sails too.', 'Sell a red boat.')).toEqual(['boats', 'red', 'sails', 'too'])
  })

  test('lets cues, list numbers and the forms of a verb go', () => {
    expect(
      droppedWords('1. I want you to act as a bot that answers mail when I need it', 'Answer mail when the user needs it.'),
    ).toEqual(['bot'])
  })

  test('does not take one occurrence for two', () => {
    expect(droppedWords('sail, sail', 'sail')).toEqual(['sail'])
  })
})
