import { describe, expect, test } from 'vitest'
import { variablesSchema } from '../../variables/schema.ts'
import type { Syntax } from '../types.ts'
import { convertSyntax } from './convertSyntax.ts'

const converted = (from: Syntax, text: string) => convertSyntax(text, from, []).content
const types = (from: Syntax, text: string) =>
  Object.fromEntries(convertSyntax(text, from, []).variables.map(({ name, type }) => [name, type]))

describe('names and types', () => {
  test('keeps names apart that fall together', () => {
    expect(converted('mustache', '{{Company Name}} {{company_name}} {{companyName}} {{Company Name}}')).toBe(
      '{{company_name_2}} {{company_name}} {{company_name_3}} {{company_name_2}}',
    )
  })

  test('names a loop as nothing else is named', () => {
    expect(converted('mustache', '{{#users}}{{.}}{{user}}{{/users}}')).toBe(
      '{% for user_2 in users %}{{user_2}}{{user}}{% endfor %}',
    )
  })

  test('declared ones win', () => {
    const declared = variablesSchema.parse([
      { name: 'other', type: 'text' },
      { name: 'count', type: 'number', default: 2 },
    ])
    const { content, variables } = convertSyntax('${count:5} ${Count}', 'dollar', declared)
    expect(content).toBe('{{ count }} {{ count_2 }}')
    expect(variables.slice(0, 2)).toEqual(declared)
    expect(convertSyntax('${Count:5}', 'dollar', declared)).toMatchObject({ content: '{{ count }}', variables: declared })
  })

  test('tells types by defaults, by use and by names without doubt', () => {
    expect(
      types(
        'dollar',
        '${a:5} ${b:0.5} ${c:true} ${d:2026-11-22} ${e:1\n2} ${tone:warm/dry} ${f:HTML/CSS} ${g:007} ${version:2} ${h:he/she}',
      ),
    ).toEqual({
      a: 'integer',
      b: 'number',
      c: 'boolean',
      d: 'date',
      e: 'longtext',
      tone: 'enum',
      f: 'text',
      g: 'text',
      version: 'text',
      h: 'text',
    })
    expect(
      types('jinja', '{% if a %}{% endif %}{% if b > 3 %}{% endif %}{% for x in c %}{% endfor %}{% if d %}{{ d }}{% endif %}'),
    ).toEqual({
      a: 'boolean',
      b: 'number',
      c: 'list',
      d: 'text',
    })
    expect(types('f-string', '{num_questions} {word_count} {due_date} {transcript} {name}')).toEqual({
      num_questions: 'integer',
      word_count: 'integer',
      due_date: 'date',
      transcript: 'longtext',
      name: 'text',
    })
  })

  test('requires what is always printed, and not what is asked for', () => {
    const { variables } = convertSyntax('{{#a}}{{/a}}{{b}}', 'mustache', [])
    expect(variables.map(({ name, required }) => [name, required])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })

  test('leaves the variables after the hundredth', () => {
    const text = Array.from({ length: 102 }, (_, index) => `{v${index}}`).join(' ')
    const { variables, leftovers } = convertSyntax(text, 'f-string', [])
    expect(variables).toHaveLength(100)
    expect(leftovers.map(({ text }) => text)).toEqual(['{v100}', '{v101}'])
  })
})
