import type { HeldReason } from '@prologue/contracts'
import { lockedSections, markSections, readLayout, readSections, sectionMark, type KnownSection } from '@prologue/prompt-kit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planEdits } from './planEdits.ts'

const hostile = fc.constantFrom(
  'New words.',
  '- one more',
  '',
  'Two\n\nparts.',
  'Calm.\n\n## Tone\n\nMine.',
  '## Tone\n\nMine.',
  '# Role\nMine.\n# Tone\nMine.',
  '<tone>\nMine.\n</tone>',
  'x\n```',
  'x <tone>\n</tone>',
  'You are mine.\n\nDo it.',
)
const anyEdit = fc.record({
  section: fc.constantFrom('role', 'objective', 'opening', 'context', 'tone', 'tone#2', 'Prices', 'prices', 'text', 'Tone'),
  op: fc.constantFrom('replace' as const, 'append' as const, 'remove' as const),
  text: hostile,
})
const anyDraft = fc
  .array(
    fc.constantFrom(
      'You are a bot.',
      'Some words.',
      'Do it.',
      '## Context\n\nA shop.',
      '## Tone\n\nWarm.',
      '# Prices\nNone.',
      '# Role\nA bot.',
      '<tone>\nWarm.\n</tone>',
      '<context>A shop.</context>',
      '```\ncode\n```',
      '## Tone',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('\n\n'))

const bodies = (text: string) =>
  new Map(readSections(text).map(({ name, bodyFrom, bodyTo }) => [name, text.slice(bodyFrom, bodyTo)]))
const named = (edits: readonly { section: string; op: 'replace' | 'append' | 'remove'; text: string }[]) =>
  edits.map((edit, index) => ({ ...edit, id: String(index) }))

/** What is known after something was applied. */
function learned(known: readonly KnownSection[], written: ReadonlyMap<string, string>): KnownSection[] {
  const rest = known.filter(({ section }) => !written.has(section))
  return [
    ...rest,
    ...[...written].map(([section, mark]) => {
      const { written: marks = [], lock = null } = known.find((one) => one.section === section) ?? {}
      return { section, written: [...marks, mark], lock }
    }),
  ]
}

describe('a section that is locked', () => {
  test('says what it said, under its name and locked, whatever edits come together or one after another', () => {
    fc.assert(
      fc.property(
        anyDraft,
        fc.array(fc.nat(6), { maxLength: 3 }),
        fc.array(fc.record({ at: fc.nat(6), lock: fc.constantFrom('locked' as const, 'open' as const) }), { maxLength: 2 }),
        fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (draft, theirs, hands, answers) => {
          const sections = [...markSections(draft)]
          let known: readonly KnownSection[] = sections.map(([section, mark], index) => ({
            section,
            written: theirs.includes(index) ? [mark] : [],
            lock: hands.find(({ at }) => at === index)?.lock ?? null,
          }))
          const first = bodies(draft)
          const locked = [...lockedSections(draft, known)].filter((name) => first.get(name))
          let text = draft
          for (const edits of answers) {
            const standing = { before: text, known, moved: new Set<string>() }
            const plan = planEdits(standing, { read: text, done: [], edits: named(edits), despite: [], family: 'plain' })
            text = plan.to
            known = learned(known, plan.written)
          }
          const [now, still] = [bodies(text), lockedSections(text, known)]
          for (const name of locked) {
            // The words of an opening are called the role, and the objective, once a heading of the composer's follows.
            const words = first.get(name) ?? ''
            const leads = ['role', 'objective'].filter((lead) => words.includes(now.get(lead) ?? '\0'))
            const names = name === 'opening' && !now.has(name) ? leads : [name]
            expect(text).toContain(words)
            expect(names).not.toEqual([])
            for (const each of names) expect(still).toContain(each)
            expect(names[0] === name ? now.get(name) : words).toBe(words)
          }
        },
      ),
      { numRuns: 5000 },
    )
  })
})

describe('an edit whose lock somebody agreed to pass', () => {
  test('changes no other section, whatever words it brings', () => {
    fc.assert(
      fc.property(anyDraft, anyEdit, fc.array(fc.nat(6), { maxLength: 3 }), (before, edit, theirs) => {
        const known = [...markSections(before)].map(([section, mark], index) => ({
          section,
          written: theirs.includes(index) ? [mark] : [],
          lock: 'locked' as const,
        }))
        const asked = { read: before, done: [], edits: named([edit]), despite: ['locked'] as const, family: 'plain' as const }
        const { to, held } = planEdits({ before, known, moved: new Set() }, asked)
        expect(held.flatMap(({ because }) => because)).not.toEqual(['locked'])
        const now = bodies(to)
        const others = [...bodies(before)].filter(([name]) => name !== edit.section)
        for (const [, words] of others) expect(to).toContain(words)
        // Words without a heading are called otherwise once one follows.
        const headed = others.filter(([name]) => name !== 'opening' && name !== 'text')
        expect(headed.map(([name]) => [name, now.get(name)])).toEqual(headed)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('an edit', () => {
  const draft = 'You are a bot.\n\n## Context\n\nA shop.\n\n## Tone\n\nWarm.'
  const theirs = [...markSections(draft)].map(([section, mark]) => ({ section, written: [mark], lock: null }))
  const planned = (text: string, edits: Parameters<typeof named>[0], despite: readonly HeldReason[] = []) =>
    planEdits(
      { before: text, known: theirs, moved: new Set() },
      { read: text, done: [], edits: named(edits), despite, family: 'plain' },
    )

  test('whose words part the text anew waits, and is applied where somebody says so', () => {
    const edit = { section: 'context', op: 'replace', text: 'A shop.\n\n## Tone\n\nRude.' } as const
    expect(planned(draft, [edit])).toMatchObject({ to: draft, held: [{ editId: '0', because: ['others'] }] })
    expect(planned(draft, [edit], ['others'])).toMatchObject({ to: draft.replace('A shop.', edit.text), held: [] })
  })

  test('whose section is locked waits for what it does beside, too, where only the lock was agreed to', () => {
    const edit = { section: 'context', op: 'replace', text: 'A shop.\n\n## Tone\n\nRude.' } as const
    const edits = named([edit])
    const known = [
      { section: 'context', written: [], lock: 'locked' as const },
      ...theirs.filter((one) => one.section !== 'context'),
    ]
    const plan = (despite: readonly HeldReason[]) =>
      planEdits({ before: draft, known, moved: new Set() }, { read: draft, done: [], edits, despite, family: 'plain' })
    expect(plan([]).held).toEqual([{ editId: '0', because: ['locked'] }])
    expect(plan(['locked'])).toMatchObject({ to: draft, held: [{ editId: '0', because: ['locked', 'others'] }] })
    expect(plan(['others'])).toMatchObject({ to: draft, held: [{ editId: '0', because: ['locked'] }] })
    expect(plan(['locked', 'others'])).toMatchObject({ to: draft.replace('A shop.', edit.text), held: [] })
  })

  test('after which a name stands for words of people leaves these locked', () => {
    const text = `${draft}\n\n## Tone\n\nOurs.`
    const remove = { section: 'tone', op: 'remove', text: '' } as const
    expect(planned(text, [remove])).toMatchObject({ to: text, held: [{ editId: '0', because: ['others'] }] })
    const { to, written } = planned(text, [{ section: 'tone', op: 'append', text: 'Calm.' }, remove], ['others'])
    expect(bodies(to).get('tone')).toBe('Ours.')
    expect(lockedSections(to, learned(theirs, written))).toEqual(new Set(['tone']))
  })

  test('that makes a section is the assistant’s, however its heading is spelled', () => {
    const { to, written } = planned(draft, [{ section: 'prices', op: 'replace', text: 'None.' }])
    expect(bodies(to).get('Prices')).toBe('None.')
    expect(written).toEqual(new Map([['Prices', sectionMark('None.')]]))
  })

  test('adds a section to a text of people without headings', () => {
    const text = 'Some words.\n\nMore of them.'
    const tone = { section: 'tone', op: 'replace', text: 'Calm.' } as const
    const { to, held } = planned(text, [tone, { section: 'role', op: 'replace', text: 'You are mine.' }])
    expect(to).toBe(`${text}\n\n## Tone\n\nCalm.`)
    expect(held).toEqual([{ editId: '1', because: ['locked'] }])
  })
})

describe('a hundred edits of a long draft', () => {
  const line = '- Answer every question about bicycles in a calm voice, and say so.\n'
  const make = (sections: number, lines: number) =>
    Array.from({ length: sections }, (_, index) => `## Part ${index}\n\n${line.repeat(lines)}`).join('\n')

  test.each([
    ['100 kB', make(100, 15), 'a', 0.5],
    ['400 kB', make(100, 60), 'a', 0.5],
    ['400 kB in 1,000 sections', make(1000, 6), 'a', 0.5],
    // What follows a fence has to be read anew.
    ['400 kB with code', make(100, 60), '```\na\n```', 4],
  ])('of %s take less than so many readings of it each', (_, before, text, readings) => {
    const names = readSections(before).map(({ name }) => name)
    const edits = named(names.slice(0, 100).map((section) => ({ section, op: 'append' as const, text })))
    const known = [...markSections(before)].map(([section, mark]) => ({ section, written: [mark], lock: null }))
    const asked = { read: before, done: [], edits, despite: [], family: 'plain' as const }
    const plan = () => planEdits({ before, known, moved: new Set() }, asked)
    const { editIds, to } = plan()
    expect(editIds).toHaveLength(100)
    const [planning, reading] = [fastest(plan), fastest(() => edits.forEach(() => readLayout(to)))]
    expect(planning).toBeLessThan(reading * readings)
  })
})

/** Milliseconds of the fastest of three: what else the machine does takes from none of them. */
function fastest(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...times)
}
