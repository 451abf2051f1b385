import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextPiece } from './pieceOutput.ts'
import { renderPieces, type TemplateInput } from './renderPieces.ts'
import { renderTemplate } from './renderTemplate.ts'
import { variablesSchema } from './schema.ts'

const variables = variablesSchema.parse([
  { name: 'city', type: 'text' },
  { name: 'tone', type: 'enum', options: ['warm', 'dry'], default: 'dry' },
  { name: 'count', type: 'integer', max: 9 },
  { name: 'goods', type: 'list' },
  { name: 'note', type: 'text', required: false },
])
const all = { city: 'Ghent', count: 2, goods: ['tea', 'salt'] }

/** The pieces in one line: [name=text] for what was filled in, <name> for gaps. */
function shown(text: string, values: TemplateInput['values'], partials = {}): string | undefined {
  const { pieces } = renderPieces(text, { variables, values, partials })
  return pieces?.map(write).join('')
}

function write(piece: TextPiece): string {
  if (piece.kind === 'plain') return piece.text
  return piece.kind === 'gap' ? `<${piece.name}>` : `[${piece.name ?? ''}=${piece.text}]`
}

describe('renderPieces', () => {
  test('tells what was filled in from what the template says itself', () => {
    expect(shown('In {{ city }}, be {{ tone }}.', all)).toBe('In [city=Ghent], be [tone=dry].')
    expect(shown('{{ "as it is" }} {{ city | upcase }}{% raw %} {{ city }}{% endraw %}', all)).toBe(
      'as it is [city=GHENT] {{ city }}',
    )
  })

  test('shows a gap where a value is missing or does not fit, and nothing where none is needed', () => {
    expect(shown('{{ city }} {{ city | upcase }} {{ count }} {{ tone }}.{{ note }}', { count: 10, tone: 'loud' })).toBe(
      '<city> <city> <count> <tone>.',
    )
    expect(renderPieces('{{ city }}', { variables, values: { ...all, city: ' ' } })).toEqual({
      pieces: [{ kind: 'gap', name: 'city' }],
      faults: [],
      valueFaults: [{ name: 'city', message: 'Fill this in.' }],
    })
  })

  test('shows a name that nothing is declared under as a gap, and says so', () => {
    const { pieces, faults } = renderPieces('{{ city }} {{ town }}', { variables, values: all })
    expect(pieces?.map(write).join('')).toBe('[city=Ghent] <town>')
    expect(faults).toEqual([{ message: '"town" is not declared.', range: { start: 14, end: 18 }, partial: null }])
  })

  test('names what a loop prints after its list', () => {
    const text =
      '{% for one in goods %}{{ forloop.index }}. {{ one }}{% unless forloop.last %}, {% endunless %}{% endfor %} {{ goods }}'
    expect(shown(text, all)).toBe('1. [goods=tea], 2. [goods=salt] [goods=tea, salt]')
    expect(shown(text, {})).toBe('1. <goods> <goods>')
    const nested = '{% for a in goods %}{% for b in (1..count) %}{{ b }}{{ a }}{% endfor %}{% endfor %}'
    expect(shown(nested, { ...all, goods: ['x'] })).toBe('[count=1][goods=x][count=2][goods=x]')
    expect(shown('{% for i in (1..2) %}{{ i }}{% endfor %}', all)).toBe('12')
  })

  test('shows what a condition on a missing value would bring', () => {
    expect(shown('{% if city %}In {{ city }}.{% else %}Nowhere.{% endif %}', {})).toBe('In <city>.')
    expect(shown('{% if note %}{{ note }}{% else %}No note.{% endif %}', {})).toBe('No note.')
  })

  test('marks what a partial prints', () => {
    expect(shown('{% render "sign", who: city %}', all, { sign: 'From {{ who }}' })).toBe('From [=Ghent]')
  })

  test('has no pieces of a text that cannot be read or rendered', () => {
    expect(renderPieces('{{ city', { variables, values: all })).toMatchObject({ pieces: null, faults: [{ partial: null }] })
    expect(renderPieces('{{ city.mayor }}', { variables, values: all })).toMatchObject({
      pieces: null,
      faults: [{ message: expect.stringMatching(/undefined variable/) as unknown }],
    })
  })

  // What takes the square of the length anywhere does not end before the test is given up.
  test('are there soon, also of a long text with many variables', () => {
    const line = 'A line of {{ city }} that says something of some length.\n'
    expect(renderPieces(line.repeat(4000), { variables, values: all }).pieces).toHaveLength(8001)
  })

  test('put together are the rendered text', () => {
    const part = fc.constantFrom(
      'plain ',
      '\n',
      '{{ city }}',
      '{{- count -}}',
      '{{ note }}',
      '{% if tone == "dry" %}{{ tone }}{% endif %}',
      '{% for one in goods %}- {{ one }}\n{% else %}none{% endfor %}',
      '{% case count %}{% when 2 %}two {{ count }}{% endcase %}',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.string(), (parts, line) => {
        const values = { ...all, city: `${line.replaceAll(/[\r\n]/g, '')}.` }
        const text = parts.join('')
        const { pieces } = renderPieces(text, { variables, values })
        const together = pieces?.map((piece) => (piece.kind === 'gap' ? piece.name : piece.text)).join('')
        expect(renderTemplate(text, { variables, values })).toEqual({ ok: true, text: together })
      }),
      { numRuns: 100 },
    )
  })
})
