import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBrief } from '../brief/parseBrief.ts'
import { archetypes, families } from '../brief/schema.ts'
import { compose } from '../composer/compose.ts'
import { goldenBriefs } from '../composer/goldenBriefs.ts'
import { anyComposed, anyText, bodies, names } from './testing/anyText.ts'
import { applySectionEdit, editLayout } from './applySectionEdit.ts'
import { lockedSections } from './lockedSections.ts'
import { readLayout, readSections } from './readSections.ts'
import { markSections, sectionMark } from './sectionMark.ts'
import { sectionNameOf } from './sectionNameOf.ts'

describe('readSections', () => {
  describe.each(families)('of a text composed for %s', (family) => {
    test.each(archetypes)('finds exactly what was composed to %s', (archetype) => {
      const { text, sections } = compose(parseBrief(goldenBriefs[archetype]), { family })
      expect(names(text)).toEqual(sections.map(({ name }) => name))
      for (const [index, { from, to }] of readSections(text).entries())
        expect(text.slice(from, to)).toBe(sections[index]?.text.trim())
    })
  })

  test('covers all but space, in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyComposed), (text) => {
        let at = 0
        for (const { from, to, bodyFrom, bodyTo } of readSections(text)) {
          expect(text.slice(at, from).trim()).toBe('')
          expect([at <= from, from <= bodyFrom, bodyFrom <= bodyTo, bodyTo <= to, from < to]).not.toContain(false)
          at = to
        }
        expect(text.slice(at).trim()).toBe('')
        expect(new Set(names(text)).size).toBe(names(text).length)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    [
      'names what has no composer’s heading by its own words',
      '# Prices\nNone.\n\n## How we ship\nBy bike.',
      ['Prices', 'How we ship'],
    ],
    ['tells sections of one name apart', '## Tone\na\n## Tone\nb\n## Tone\nc', ['tone', 'tone#2', 'tone#3']],
    ['knows a heading however it is set', '## **OUTPUT FORMAT:**\nJSON', ['output_format']],
    ['calls what stands in front the opening', 'Some words.\n\n# Role\nA bot.', ['opening', 'role']],
    ['knows the role of a text without headings', 'You are a bot.\n\nYour task is to help.', ['role', 'objective']],
    ['takes no heading from code', '# Role\nA bot.\n```\n# Tone\n```', ['role']],
    ['takes tags under a heading for data', '# Inputs\n<tone>\n{{ text }}\n</tone>\n# Tone\nWarm.', ['inputs', 'tone']],
    ['takes a tag that is only spoken of for words', '<role>\nUse <tone> and <role> well.\n</role>', ['role']],
    ['keeps headings within tags inside', '<details>\n# Role\nA bot.\n</details>\n<tone>Warm.</tone>', ['details', 'tone']],
    ['finds words between tags', '<role>A</role>\nloose\n<tone>B</tone>', ['role', 'text', 'tone']],
    ['leaves deeper headings to a section of the first level', '# Role\nA\n# Tone\nB\n## Jokes\nC', ['role', 'tone']],
    ['takes a tag that is never closed for words', '<role>\nA bot.', ['opening']],
    ['takes the tags of a web page for words', '# Role\nA\n<div>\nx\n</div>', ['role']],
    ['finds nothing in nothing', ' \n ', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  // The time of a test is its bound.
  test.each(['# a\n', '<a>\n', '</a>\n', '<a>x</a>\n', '```\n', '## Tone#2\n', '<', '</'])('reads 400 kB of %j', (unit) => {
    const text = unit.repeat(Math.floor(400_000 / unit.length))
    expect(readSections(text).at(-1)?.to).toBe(text.trimEnd().length)
  })
})

const written = (section: string, body: string) => ({ section, written: [sectionMark(body)], lock: null })

describe('sectionNameOf', () => {
  test('of every section of a text is its name, and of a name the same name', () => {
    const words = fc.array(fc.constantFrom('Tone', 'tone', '#2', '#1', '#', ' ', '**', '<', '>', '_', ':', 'Our prices', '12'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyText, words, (text, parts) => {
        for (const name of names(`${text}\n## ${parts.join('')}\n`)) expect(sectionNameOf(name)).toBe(name)
        const name = sectionNameOf(parts.join(''))
        expect(sectionNameOf(name)).toBe(name)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['## Output format:', 'output_format'],
    ['<our_prices>', 'our_prices'],
    ['Our prices', 'Our prices'],
    ['TONE#3', 'tone#3'],
    ['Example #2', 'Example #2'],
    [' # ', ''],
  ])('reads %j as %j', (words, name) => {
    expect(sectionNameOf(words)).toBe(name)
  })
})

describe('lockedSections', () => {
  const text = '## Tone\n\nWarm.\n\n## Length\n\nShort.\n\n## Empty'

  test('locks what people wrote, and nothing that is empty', () => {
    expect([...lockedSections(text, [written('tone', ' Warm.\n')])]).toEqual(['length'])
  })

  test('does as people said by hand', () => {
    const known = [
      { ...written('tone', 'Warm.'), lock: 'locked' as const },
      { section: 'length', written: [], lock: 'open' as const },
    ]
    expect([...lockedSections(text, known)]).toEqual(['tone'])
  })

  test('locks nothing of what the assistant wrote', () => {
    fc.assert(
      fc.property(anyComposed, (composed) => {
        const known = [...markSections(composed)].map(([section, mark]) => ({ section, written: [mark], lock: null }))
        expect(lockedSections(composed, known).size).toBe(0)
      }),
    )
  })
})

const anyEdit = fc.record({
  section: fc.constantFrom('role', 'objective', 'tone', 'Prices', 'prices', 'constraints', 'opening', 'tone#2', 'fallback'),
  op: fc.constantFrom('replace' as const, 'append' as const, 'remove' as const),
  text: fc.constantFrom(
    'New words.',
    '- one more',
    '',
    'Two\n\nparts.',
    '## Tone\n\nCalm.',
    '<tone>Calm.</tone>',
    'Use `this`.',
    ' in\n```',
    'x </tone>\n<tone>',
  ),
})

/** Whether a text stands in another at its two ends, its last and first space apart. */
const endsStay = (text: string, start: string, end: string) => text.startsWith(start.trimEnd()) && text.endsWith(end.trimStart())

function haveInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0
  return parts.every((part) => {
    const found = text.indexOf(part, at)
    at = found + part.length
    return found !== -1
  })
}

describe('applySectionEdit', () => {
  test('changes no byte outside its section', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyComposed), anyEdit, (text, edit) => {
        const after = applySectionEdit(text, edit)
        const section = readSections(text).find(({ name }) => name === edit.section)
        const nothingToDo = edit.text === '' || (edit.op === 'remove' && section === undefined)
        fc.pre(after !== null || !nothingToDo)
        expect(after).not.toBeNull()
        // What was made stands at one place, with nothing else changed.
        const others = readSections(text).map(({ from, to }) => text.slice(from, to))
        const made = after?.text ?? ''
        const stays =
          section === undefined ? haveInOrder(made, others) : endsStay(made, text.slice(0, section.from), text.slice(section.to))
        expect(stays).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('answers what its text is read as', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyComposed), fc.array(anyEdit, { maxLength: 4 }), (text, edits) => {
        let layout = readLayout(text)
        for (const edit of edits) layout = editLayout(layout, edit, 'plain')
        expect(layout).toEqual(readLayout(layout.text))
      }),
      { numRuns: 2000 },
    )
  })

  test('makes, changes and takes away a section of any composed text', () => {
    fc.assert(
      fc.property(anyComposed, fc.constantFrom('safety', 'success_criteria', 'Prices', 'audience', 'tools'), (text, name) => {
        fc.pre(!names(text).includes(name))
        const made = applySectionEdit(text, { section: name, op: 'append', text: '- First.' })?.text ?? ''
        const found = names(made).find((each) => each.toLowerCase() === name.toLowerCase()) ?? ''
        expect(bodies(made).get(found)).toBe('- First.')
        expect(names(made).filter((each) => each !== found)).toEqual(names(text))
        const more = applySectionEdit(made, { section: found, op: 'append', text: '- Second.' })?.text ?? ''
        expect(bodies(more).get(found)).toBe('- First.\n- Second.')
        expect(applySectionEdit(more, { section: found, op: 'remove', text: '' })?.text).toBe(text)
      }),
    )
  })

  test.each(families)('puts a new section where the composer would for %s', (family) => {
    const brief = parseBrief(goldenBriefs.support)
    const { text } = compose({ ...brief, tone: [] }, { family })
    const made = applySectionEdit(text, { section: 'tone', op: 'replace', text: 'Use a friendly tone.' })
    expect(made?.text).toBe(compose(brief, { family }).text)
  })

  test('takes the words out of a heading or tags that came with them', () => {
    const text = '## Tone\n\nWarm.\n\n## Length\n\nShort.'
    const calm = '## Tone\n\nCalm.\n\n## Length\n\nShort.'
    expect(applySectionEdit(text, { section: 'tone', op: 'replace', text: '# Tone\nCalm.\n' })?.text).toBe(calm)
    expect(applySectionEdit(text, { section: 'tone', op: 'replace', text: '<tone>\nCalm.\n</tone>' })?.text).toBe(calm)
  })

  test('replaces by nothing as it removes', () => {
    expect(applySectionEdit('# Role\nA\n\n# Tone\nB\n', { section: 'tone', op: 'replace', text: ' \n' })?.text).toBe(
      '# Role\nA\n',
    )
  })

  test('begins an empty draft', () => {
    expect(applySectionEdit('', { section: 'role', op: 'replace', text: 'You are a bot.' })?.text).toBe('You are a bot.')
    expect(applySectionEdit('', { section: 'tone', op: 'append', text: 'Be kind.' }, 'claude')?.text).toBe(
      '<tone>\nBe kind.\n</tone>',
    )
  })

  test('fills a section that was empty', () => {
    expect(applySectionEdit('# Role\n\n# Tone', { section: 'role', op: 'replace', text: 'A bot.' })?.text).toBe(
      '# Role\n\nA bot.\n\n# Tone',
    )
    expect(applySectionEdit('<role>\n</role>', { section: 'role', op: 'append', text: 'A bot.' })?.text).toBe(
      '<role>\nA bot.\n</role>',
    )
  })
})
