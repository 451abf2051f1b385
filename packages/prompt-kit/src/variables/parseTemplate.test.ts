import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listUses } from './listUses.ts'
import { templateFault } from './parseTemplate.ts'

/** The fault's words and the text it points at. */
function at(text: string): [string, string] | null {
  const fault = templateFault(text)
  return fault === null ? null : [fault.message, text.slice(fault.range.start, fault.range.end)]
}

describe('templateFault', () => {
  test.each([
    'plain text with { } % } and }}',
    '{{ a }} {{b}} {{ a | upcase }}',
    '{% if a and b %}{% elsif c == 1 %}{% else %}{% endif %}',
    '{% unless a %}{% endunless %}{% case a %}{% when 1 %}{% endcase %}',
    '{% for x in list limit: 2 %}{{ forloop.index }}{% else %}{% endfor %}',
    '{% render "signature", name: a %}{% raw %}{{ {% }{% endraw %}{% comment %}{{ x }}{% endcomment %}',
  ])('finds none in %s', (text) => {
    expect(at(text)).toBeNull()
  })

  test.each([
    ['a\nb {{ x', 'This variable is not closed: }} is missing.', '{{ x'],
    ['a {% if x', 'This tag is not closed: %} is missing.', '{% if x'],
    ['a {% endif %} b', 'Nothing is open that "endif" belongs to.', '{% endif %}'],
    [
      'a {% assign x = 1 %}',
      'There is no tag "assign"; if, unless, case, for, render, raw, comment are known.',
      '{% assign x = 1 %}',
    ],
    ['{{ x | date: "now" }}', 'This cannot be read as a template: undefined filter: date.', '{{ x | date: "now" }}'],
    ['a {% if x %} b', 'This cannot be read as a template: tag {% if x %} not closed.', '{% if x %}'],
    ['é {{ }}', 'This cannot be read as a template: invalid value expression: "".', '}'],
    ['{% render name %}', 'Name the partial in quotes.', '{% render name %}'],
  ])('finds what is wrong in %j', (text, message, place) => {
    expect(at(text)).toEqual([message, place])
  })

  test.each([
    'assign a = 1',
    'capture a',
    'include "a"',
    'layout "a"',
    'block a',
    'tablerow x in y',
    'cycle 1, 2',
    'increment a',
    'liquid',
    'echo a',
    '# note',
    'break',
    'continue',
    'decrement a',
  ])('knows no tag %s', (tag) => {
    expect(templateFault(`{% ${tag} %}`)?.message).toMatch(/^There is no tag/)
  })

  test('lies within any text', () => {
    const part = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' x ',
      '|',
      'if',
      'endif',
      'for',
      'in',
      'raw',
      '"',
      '.',
      '[',
      '\n',
      '😀',
      '-',
      'render',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('')
        const { start, end } = templateFault(text)?.range ?? { start: 0, end: 1 }
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(Math.max(1, text.length))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('listUses', () => {
  test('names each use with its place, and none that the template makes itself', () => {
    const text =
      'é {{ a }}\r\n{% if b.size > c %}😀 {{ a | append: d }}{% endif %}\n{% for x in (1..n) %}{{ x }}{{ forloop.index }}{% endfor %}{% raw %}{{ e }}{% endraw %}'
    const uses = listUses(text)
    expect(uses.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'a', 'd', 'n'])
    expect(uses.map(({ range }) => text.slice(range.start, range.end))).toEqual(['a', 'b', 'c', 'a', 'd', 'n'])
  })

  test('sees what is given to a partial, not what is in it', () => {
    expect(listUses('{% render "p", x: a %}').map(({ name }) => name)).toEqual(['a'])
  })

  test('is empty for what cannot be read', () => {
    expect(listUses('{{ a }} {{ b')).toEqual([])
  })
})
