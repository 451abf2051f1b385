import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockedSections } from './lockedSections.ts'
import { mergeSections } from './mergeSections.ts'
import { markSections } from './sectionMark.ts'
import { anyComposed, anyText, bodies, names } from './testing/anyText.ts'

describe('mergeSections', () => {
  const none = { locked: new Set<string>(), despite: [] }

  test('gives what was composed where nothing is locked', () => {
    fc.assert(
      fc.property(anyComposed, anyComposed, (current, composed) => {
        const { text, held } = mergeSections(current, composed, none)
        expect(bodies(text)).toEqual(bodies(composed))
        expect(held).toEqual([])
        expect(mergeSections('', composed, none).text).toBe(composed)
        expect(mergeSections(text, composed, none).text).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the bytes of what is locked, in whichever layout', () => {
    fc.assert(
      fc.property(anyComposed, anyComposed, fc.array(fc.nat(20), { maxLength: 6 }), (current, composed, indices) => {
        const locked = new Set(names(current).filter((_, index) => indices.includes(index)))
        const { text, held } = mergeSections(current, composed, { locked, despite: [] })
        const [before, fresh, after] = [bodies(current), bodies(composed), bodies(text)]
        for (const name of locked) expect(after.get(name)).toBe(before.get(name))
        for (const [name, body] of fresh) expect(after.get(name)).toBe(locked.has(name) ? before.get(name) : body)
        expect(new Set(held)).toEqual(
          new Set([...locked].filter((name) => fresh.has(name) && fresh.get(name) !== before.get(name))),
        )
        expect(new Set(after.keys())).toEqual(new Set([...fresh.keys(), ...locked]))
      }),
      { numRuns: 300 },
    )
  })

  test('loses no word of any text that is locked', () => {
    fc.assert(
      fc.property(anyText, anyComposed, (current, composed) => {
        const { text } = mergeSections(current, composed, { locked: lockedSections(current, []), despite: [] })
        for (const body of bodies(current).values()) expect(text).toContain(body)
      }),
      { numRuns: 300 },
    )
  })

  test('puts what was composed beside words of people, where it is found again', () => {
    const ofPeople = fc.constantFrom(
      'Some words.',
      'You are a bot.',
      '# Prices\nNone.',
      '## How we ship\nBy bike.',
      '# Role\nA bot.',
      '<prices>x</prices>',
      '<tone>\nWarm.\n</tone>',
      'Two\n\nparts.',
    )
    const anyDraft = fc.uniqueArray(ofPeople, { maxLength: 5 }).map((parts) => parts.join('\n\n'))
    fc.assert(
      fc.property(anyDraft, anyComposed, (current, composed) => {
        const locked = lockedSections(current, [])
        const merged = mergeSections(current, composed, { locked, despite: [] }).text
        const after = bodies(merged)
        for (const [name, body] of bodies(composed))
          expect(after.get(name)).toBe(locked.has(name) ? bodies(current).get(name) : body)
        // And nothing moves when it is composed again.
        const known = [...markSections(composed)].map(([section, mark]) => ({ section, written: [mark], lock: null }))
        expect(mergeSections(merged, composed, { locked: lockedSections(merged, known), despite: [] }).text).toBe(merged)
      }),
      { numRuns: 300 },
    )
  })

  test('writes a locked section that is named all the same', () => {
    const current = '## Tone\n\nMine.\n\n## Prices\n\nNone.'
    const composed = 'You are a bot.\n\nYour task is to help.\n\n## Tone\n\nWarm.'
    const locked = new Set(['tone', 'Prices'])
    expect(mergeSections(current, composed, { locked, despite: [] })).toEqual({
      text: 'You are a bot.\n\nYour task is to help.\n\n## Tone\n\nMine.\n\n## Prices\n\nNone.',
      held: ['tone'],
    })
    expect(mergeSections(current, composed, { locked, despite: ['tone'] }).text).toContain(
      '## Tone\n\nWarm.\n\n## Prices\n\nNone.',
    )
  })

  test('brings no section back that was locked and taken away', () => {
    expect(
      mergeSections('## Length\n\nShort.', '## Tone\n\nWarm.\n\n## Length\n\nShort.', { locked: new Set(['tone']), despite: [] }),
    ).toEqual({
      text: '## Length\n\nShort.',
      held: ['tone'],
    })
  })

  test('gives people’s own sections the headings of another family', () => {
    const current = '## Tone\n\nMine.\n\n## How we ship\n\nBy bike.'
    const { text } = mergeSections(current, '<role>\nYou are a bot.\n</role>\n\n<tone>\nWarm.\n</tone>', {
      locked: new Set(['tone', 'How we ship']),
      despite: [],
    })
    expect(text).toBe('<role>\nYou are a bot.\n</role>\n\n<tone>\nMine.\n</tone>\n\n<how_we_ship>\nBy bike.\n</how_we_ship>')
  })
})
