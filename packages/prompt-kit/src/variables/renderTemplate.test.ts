import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedFilters } from './liquid.ts'
import type { TemplateInput } from './renderPieces.ts'
import { renderTemplate } from './renderTemplate.ts'
import { variablesSchema, type Variable } from './schema.ts'

const declare = (...declarations: object[]): Variable[] => variablesSchema.parse(declarations)
const city = declare({ name: 'city', type: 'text' })

function rendered(text: string, variables: Variable[], values: TemplateInput['values'], partials = {}): string {
  const result = renderTemplate(text, { variables, values, partials })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.text
}

function fault(text: string, variables = city, partials = {}): string | undefined {
  const result = renderTemplate(text, { variables, values: { city: 'Ghent' }, partials })
  return result.ok ? undefined : (result.faults[0]?.message ?? result.valueFaults[0]?.message)
}

/** Text without a tag, in whatever characters, brackets included. */
const plain = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('{', '}', '%', '\r\n', '\n', '\t', ' ', '-', '#', '<b>&amp;', '😀', '\0', '\uFEFF', '${x}', '[X]'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  )
  .filter((text) => !/\{[{%]|\{$/.test(text))

describe('renderTemplate', () => {
  test('changes no character outside of tags', () => {
    fc.assert(
      fc.property(plain, plain, plain, (one, two, three) => {
        const template = `${one}{{ city }}${two}{% if city %}${three}{% endif %}${one}`
        expect(rendered(template, city, { city: 'Ghent' })).toBe(`${one}Ghent${two}${three}${one}`)
      }),
      { numRuns: 1000 },
    )
  })

  test('never reads a value as a template', () => {
    const value = fc
      .array(
        fc.constantFrom(
          '{{ city }}',
          '{{',
          '}}',
          '{% if city %}',
          '{%',
          '%}',
          '{{ secret }}',
          '<b>',
          '&',
          '"',
          ' ',
          'x',
          '{% raw %}',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => `${parts.join('')}.`)
    const variables = declare(
      { name: 'city', type: 'text' },
      { name: 'secret', type: 'text', default: 'hidden' },
      { name: 'all', type: 'list' },
    )
    fc.assert(
      fc.property(value, (city) => {
        const template = 'a {{ city }} {% for one in all %}{{ one }}{% endfor %} {% render "part", city: city %} b'
        const text = rendered(template, variables, { city, all: [city] }, { part: '[{{ city }}]' })
        expect(text).toBe(`a ${city} ${city} [${city}] b`)
      }),
      { numRuns: 500 },
    )
  })

  test('fills in defaults before it renders, so that a condition sees them', () => {
    const variables = declare(
      { name: 'tone', type: 'enum', options: ['warm', 'dry'], default: 'dry' },
      { name: 'count', type: 'integer', required: false },
    )
    const template = '{% if tone == "dry" %}Be dry.{% else %}Be {{ tone }}.{% endif %}{% if count %} {{ count }}{% endif %}'
    expect(rendered(template, variables, {})).toBe('Be dry.')
    expect(rendered(template, variables, { tone: '', count: null })).toBe('Be dry.')
    expect(rendered(template, variables, { tone: 'warm', count: 0 })).toBe('Be warm. 0')
  })

  test('writes each type plainly', () => {
    const variables = declare(
      { name: 'price', type: 'number' },
      { name: 'vip', type: 'boolean' },
      { name: 'day', type: 'date' },
      { name: 'goods', type: 'list' },
      { name: 'notes', type: 'longtext' },
    )
    const values = { price: 1.5, vip: false, day: '2026-11-22', goods: ['a & b', '"c"'], notes: ' two\r\nlines\n' }
    expect(rendered('{{ price }}|{{ vip }}|{{ day }}|{{ goods }}|{{ notes }}|{{ goods.size }}', variables, values)).toBe(
      '1.5|false|2026-11-22|a & b, "c"| two\r\nlines\n|2',
    )
  })

  test('knows the filters that it names, and takes away space where a tag asks for it', () => {
    expect(allowedFilters).toHaveLength(new Set(allowedFilters).size)
    expect(rendered('a {{- city | upcase | append: "!" -}} b', city, { city: 'Ghent' })).toBe('aGHENT!b')
    expect(rendered('{% raw %}{{ city }}{% endraw %}{% comment %}{{ x }}{% endcomment %}', city, { city: 'G' })).toBe(
      '{{ city }}',
    )
  })

  test('puts partials in, which see only what they are given', () => {
    expect(rendered('{% render "sign", who: city %}', city, { city: 'Ghent' }, { sign: 'From {{ who }}' })).toBe('From Ghent')
    expect(fault('{% render "sign" %}', city, { sign: '{{ city }}' })).toMatch(/undefined variable: city/)
  })

  test.each([
    ['{{ town }}', '"town" is not declared.'],
    ['{% if false %}{{ town }}{% endif %}', '"town" is not declared.'],
    ['{{ constructor }}', '"constructor" is not declared.'],
    ['{{ city.mayor }}', /undefined variable/],
    ['{% render "none" %}', 'There is no partial "none".'],
    ['{% render "toString" %}', 'There is no partial "toString".'],
    ['{% render city %}', 'Name the partial in quotes.'],
    ['{% if city %}{% render "a" %}{% endif %}', 'The partial "a" renders itself.'],
    ['{% render "broken" %}', 'This variable is not closed: }} is missing.'],
    ['{% for i in (1..99999999) %}x{% endfor %}', /limit/],
    ['{% for i in (1..3000) %}{% for j in (1..1500) %}{{ city }}{{ city }}{% endfor %}{% endfor %}', /limit|renders to more/],
  ])('refuses %j', (template, message) => {
    const partials = { a: '{% render "b" %}', b: '{% if 1 %}{% render "a" %}{% endif %}', broken: '{{ x' }
    expect(fault(template, city, partials)).toMatch(message)
  })

  test('refuses what is too much', () => {
    expect(fault('{{ city | append: city }}'.repeat(5001))).toBe('Use at most 5000 tags.')
    expect(fault('x'.repeat(400_001))).toBe('Use at most 400000 characters.')
    expect(fault(`${'{% if city %}'.repeat(60)}${'{% endif %}'.repeat(60)}`)).toBe('This is nested too deep.')
    expect(fault(`${'{% if city %}'.repeat(2400)}${'{% endif %}'.repeat(2400)}`)).toBe('This is nested too deep.')
  })

  test('says which partial is at fault, and which values', () => {
    const result = renderTemplate('{% render "broken" %}', { variables: city, values: {}, partials: { broken: 'a {{ x' } })
    expect(result).toEqual({
      ok: false,
      faults: [{ message: 'This variable is not closed: }} is missing.', range: { start: 2, end: 6 }, partial: 'broken' }],
      valueFaults: [{ name: 'city', message: 'Fill this in.' }],
    })
  })
})
