import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../diff/applyEdits.ts'
import { listUses } from '../../variables/listUses.ts'
import { templateFault } from '../../variables/parseTemplate.ts'
import { renderTemplate } from '../../variables/renderTemplate.ts'
import { variablesSchema } from '../../variables/schema.ts'
import type { Syntax } from '../types.ts'
import { convertSyntax } from './convertSyntax.ts'

const syntaxes = ['liquid', 'mustache', 'handlebars', 'jinja', 'f-string', 'dollar'] as const satisfies readonly Syntax[]
const syntax = fc.constantFrom(...syntaxes)

const marks =
  '{|}|{{|}}|{{{|}}}|{%|%}|{#|#}|${|-|~|#|^|/|>|!|!--|--|=|&|.|this|../|@index|@root.|x|xs|Company Name|nécessaire|a.b|_|1| |  |\n|\r\n|\t|"|\'|\\|:|,|(|)|[|]|$|%|each |if |unless |with |else|endif|endfor|for |in |elif |not |and |or |is defined|raw|endraw|comment|endcomment|default("x")|upper|=<% %>=|😀|\u180E|\u00A0|\0|{{x}}|{{#xs}}|{{/xs}}|{{^xs}}|{{#if x}}|{{else}}|{{/if}}|{{#each xs}}|{{/each}}|{{.}}|{% if x %}|{% elif y %}|{% else %}|{% endif %}|{% for i in xs %}|{{ i }}|{% endfor %}|{% raw %}|{% endraw %}|{%- endraw|{x}|${x}|${x:y}'.split(
    '|',
  )
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...marks, '|'), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const declared = variablesSchema.parse([
  { name: 'x', type: 'text', default: 'd' },
  { name: 'y', type: 'list', required: false },
])

describe('any text', { timeout: 60_000 }, () => {
  test('becomes a template whose variables are declared, and is its source with the changes carried out', () => {
    fc.assert(
      fc.property(hostile, syntax, fc.subarray(declared), (text, from, declared) => {
        const { content, variables, changes, leftovers } = convertSyntax(text, from, declared)
        expect(templateFault(content)).toBeNull()
        expect(variablesSchema.safeParse(variables).success).toBe(true)
        expect(variables.slice(0, declared.length)).toEqual(declared)
        const names = new Set(variables.map(({ name }) => name))
        expect(listUses(content).filter(({ name }) => !names.has(name))).toEqual([])
        const edits = changes.map(({ range: { start, end }, to }) => ({ index: start, remove: end - start, insert: to }))
        expect(applyEdits(text, edits)).toBe(content)
        for (const { range, from } of changes) expect(text.slice(range.start, range.end)).toBe(from)
        for (const { range, text: kept } of leftovers) expect(text.slice(range.start, range.end)).toBe(kept)
        for (const { variable } of changes) expect(variable === null || names.has(variable)).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })

  test('of which nothing could be converted renders to its very characters', () => {
    fc.assert(
      fc.property(hostile, syntax, (text, from) => {
        const { content, variables, changes, leftovers } = convertSyntax(text, from, [])
        if (variables.length > 0 || changes.some(({ to }) => !to.startsWith('{% raw %}'))) return
        if (from === 'liquid' && leftovers.length === 0) return
        if (from === 'f-string' && /\{\{|\}\}/.test(text)) return
        if (/\{%[-+]?\s*raw|\\\{\{|\{\{[-+]?\s*["']/.test(text)) return
        expect(renderTemplate(content, { variables: [], values: {} })).toEqual({ ok: true, text })
      }),
      { numRuns: 4000 },
    )
  })
})

/** Words between variables, with braces that mean nothing to any of the syntaxes. */
const words = fc
  .array(fc.constantFrom('a', 'é', ' ', '\n', '\r\n', '"', '# ', '- ', '😀', '%', '$ ', '<b>', '&', '\\ '), { maxLength: 8 })
  .map((parts) => parts.join(''))
const standard = fc
  .array(fc.constantFrom('tea', '5', '0.5', 'true', '/', ' and ', '"', '\\', '2026-11-22', '\n', 'é', '-', "'", ','), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '')
const name = fc.constantFrom('topic', 'Company Name', 'tone_of_voice', 'useCase', 'count')

const writers: readonly (readonly [Syntax, (name: string, value: string) => string])[] = [
  ['dollar', (name, value) => `\${${name}:${value}}`],
  ['jinja', (name, value) => `{{ ${name.replaceAll(' ', '_')} | default(${JSON.stringify(value)}) }}`],
]

test.each(writers)(
  'a simple text of %s renders with its defaults in the place of its variables',
  { timeout: 60_000 },
  (from, write) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, name, standard), { maxLength: 6 }), words, (parts, end) => {
        const source = parts.map(([before, name, value]) => before + write(name, value)).join('') + end
        const { content, variables, leftovers } = convertSyntax(source, from, [])
        expect(leftovers).toEqual([])
        expect(renderTemplate(content, { variables, values: {} })).toEqual({
          ok: true,
          text: parts.map(([before, , value]) => before + value).join('') + end,
        })
      }),
      { numRuns: 1000 },
    )
  },
)

test.each([
  ['mustache', '{{name}}'],
  ['handlebars', '{{ name }}'],
  ['jinja', '{{name}}'],
  ['f-string', '{name}'],
  ['dollar', '${name}'],
] as const)('a simple text of %s renders with a value in the place of its variable', { timeout: 60_000 }, (from, variable) => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 6 }), (parts) => {
      const { content, variables } = convertSyntax(parts.join(variable), from, [])
      expect(renderTemplate(content, { variables, values: { name: '{{ x }}' } })).toEqual({
        ok: true,
        text: parts.join('{{ x }}'),
      })
    }),
    { numRuns: 300 },
  )
})

/** Texts that tempt a reader to look at the same place again and again. */
const tempting: Record<Syntax, readonly string[]> = {
  liquid: ['{{', '{{ x }}'],
  mustache: ['{{', '{{{', '{{a', '{{!', '{{#a}}', '{{#a}}{{.}}', '{{/a}}', '{{#a}}\n', '{{x}}{{y}} '],
  handlebars: ['{{!--', '{{!---- ', '{{#each a}}', '{{else}}', '{{a.'],
  jinja: [
    '{%',
    '{#',
    '{{"',
    String.raw`{{"\"`,
    '{% if a %}',
    '{% endif %}',
    '{% raw %}',
    '{% for x in xs %}{{ x }}',
    '{% \n',
    '{{ a | default(',
  ],
  'f-string': ['{', '{x', '{x}', '{{{', '{%endraw'],
  dollar: ['${x:', '${x x', '${', '{% \n', ' '],
}
const cases = syntaxes.flatMap((from) => tempting[from].map((part): [Syntax, string] => [from, part]))

test.each(cases)('400,000 characters of %s, %j over and over, take bounded time', { timeout: 60_000 }, (from, part) => {
  const text = part.repeat(Math.floor(400_000 / part.length))
  const start = process.cpuUsage()
  convertSyntax(text, from, [])
  // Of the processor, since other tests run beside this one; ways that are not linear take minutes.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6)
})
