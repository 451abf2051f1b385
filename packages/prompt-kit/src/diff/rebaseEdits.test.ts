import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from './applyEdits.ts'
import { minimalEdits } from './minimalEdits.ts'
import { rebaseEdits } from './rebaseEdits.ts'

const merged = (base: string, mine: string, theirs: string) =>
  applyEdits(theirs, rebaseEdits(minimalEdits(base, mine), minimalEdits(base, theirs)))

const words = fc.array(fc.constantFrom('one', 'two', 'three', '🚲', '\n'), { maxLength: 12 }).map((list) => list.join(' '))

describe('edits over what others wrote meanwhile', () => {
  it('keep both', () => {
    expect(merged('Answer in German.', 'Answer in French.', 'Please: Answer in German. Thank you.')).toBe(
      'Please: Answer in French. Thank you.',
    )
    expect(merged('', 'Mine.', 'Theirs. ')).toBe('Theirs. Mine.')
  })

  it('keep what was written amid a stretch that goes', () => {
    expect(merged('a b c', '', 'a b new c')).toContain('new')
  })

  it('are the edits themselves where nobody else wrote, and nothing where the others did the same', () => {
    fc.assert(
      fc.property(words, words, (base, mine) => {
        expect(merged(base, mine, base)).toBe(mine)
        expect(merged(base, base, mine)).toBe(mine)
      }),
    )
  })

  it('lose no word that the others added at the end', () => {
    fc.assert(
      fc.property(words, words, (base, mine) => {
        expect(merged(base, mine, `${base} added`)).toContain('added')
      }),
    )
  })

  it('are in order and within the text', () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        let end = 0
        for (const { index, remove } of rebaseEdits(minimalEdits(base, mine), minimalEdits(base, theirs))) {
          expect(index).toBeGreaterThanOrEqual(end)
          end = index + remove
          expect(end).toBeLessThanOrEqual(theirs.length)
        }
      }),
    )
  })
})
