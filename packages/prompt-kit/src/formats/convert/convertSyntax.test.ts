import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../variables/renderTemplate.ts'
import type { Syntax } from '../types.ts'
import { convertSyntax } from './convertSyntax.ts'

const converted = (from: Syntax, text: string) => convertSyntax(text, from, []).content

function rendered(from: Syntax, text: string, values: Record<string, unknown> = {}): string {
  const { content, variables } = convertSyntax(text, from, [])
  const result = renderTemplate(content, { variables, values })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.text
}

describe('mustache', () => {
  test.each([
    ['Dear {{name}}, {{ name }}', 'Dear {{name}}, {{ name }}'],
    ['{{{name}}} and {{& name }}', '{{name}} and {{name }}'],
    ['At {{company name}} in {{companyCity}}', 'At {{company_name}} in {{company_city}}'],
    ['{{user.name}}', '{{user_name}}'],
    ['{{#vip}}Hello{{/vip}}{{^vip}}Bye{{/vip}}', '{% if vip %}Hello{% endif %}{% unless vip %}Bye{% endunless %}'],
    ['{{#items}}- {{.}} {{/items}}', '{% for item in items %}- {{item}} {% endfor %}'],
    ['a {{! note }} b', 'a {% comment %} note {% endcomment %} b'],
    ['a {{> part}} b', 'a {% raw %}{{> part}}{% endraw %} b'],
    ['{"a":{"b":{{x}}}}', '{"a":{"b":{{x}}}}'],
    ['{{{x}}', '{% raw %}{{% endraw %}{{x}}'],
    ['{{x}} {% if y %}', '{{x}} {% raw %}{% if y %}{% endraw %}'],
    ['{{#a}}x', '{% raw %}{{#a}}{% endraw %}x'],
    [
      '{{#a}}{{.}}{{#b}}{{/a}}{{/b}}',
      '{% for a_item in a %}{{a_item}}{% raw %}{{#b}}{% endraw %}{% endfor %}{% raw %}{{/b}}{% endraw %}',
    ],
    ['{{.}} {{}} {{a b!}}', '{% raw %}{{.}}{% endraw %} {% raw %}{{}}{% endraw %} {% raw %}{{a b!}}{% endraw %}'],
    ['{{a}}{{=<% %>=}}<%b%>{{c}}', '{{a}}{% raw %}{{=<% %>=}}{% endraw %}<%b%>{% raw %}{{c}}{% endraw %}'],
  ])('%j', (text, expected) => {
    expect(converted('mustache', text)).toBe(expected)
  })

  test('takes the line of a tag that stands alone away, as Mustache does', () => {
    expect(converted('mustache', 'Goods:\n{{#goods}}\n- {{.}}\n{{/goods}}\nEnd')).toBe(
      'Goods:\n{% for good in goods -%}\n- {{good}}\n{% endfor -%}\nEnd',
    )
    expect(rendered('mustache', 'Goods:\r\n  {{#goods}}\r\n- {{.}}\r\n  {{/goods}}  \r\n\r\nEnd', { goods: ['a', 'b'] })).toBe(
      'Goods:\r\n- a\r\n- b\r\n\r\nEnd',
    )
    expect(rendered('mustache', 'a\n\n{{#x}}\n\n  b\n{{/x}}', { x: true })).toBe('a\n\n\n  b\n')
    expect(rendered('mustache', 'a\n{{! x }}\nb')).toBe('a\nb')
  })
})

describe('handlebars', () => {
  test.each([
    ['{{#if vip}}a{{else if old}}b{{else}}c{{/if}}', '{% if vip %}a{% elsif old %}b{% else %}c{% endif %}'],
    ['{{#unless vip}}a{{else}}b{{/unless}}', '{% unless vip %}a{% else %}b{% endunless %}'],
    [
      '{{#each goods}}{{@index}} {{this}}{{else}}none{{/each}}',
      '{% for good in goods %}{{forloop.index0}} {{good}}{% else %}none{% endfor %}',
    ],
    [
      '{{#each goods as |one at|}}{{at}} {{one}} {{../city}}{{/each}}',
      '{% for one in goods %}{{forloop.index0}} {{one}} {{city}}{% endfor %}',
    ],
    [
      '{{#each goods}}{{#unless @last}}, {{/unless}}{{/each}}',
      '{% for good in goods %}{% unless forloop.last %}, {% endunless %}{% endfor %}',
    ],
    [
      '{{#each goods}}{{name}}{{this.name}}{{/each}}',
      '{% for good in goods %}{% raw %}{{name}}{% endraw %}{% raw %}{{this.name}}{% endraw %}{% endfor %}',
    ],
    ['{{upper name}}', '{% raw %}{{upper name}}{% endraw %}'],
    [
      '{{#if (eq a b)}}x{{else}}y{{/if}}',
      '{% raw %}{{#if (eq a b)}}{% endraw %}x{% raw %}{{else}}{% endraw %}y{% raw %}{{/if}}{% endraw %}',
    ],
    [
      '{{#if a}}x{{else if (eq b c)}}y{{/if}}',
      '{% raw %}{{#if a}}{% endraw %}x{% raw %}{{else if (eq b c)}}{% endraw %}y{% raw %}{{/if}}{% endraw %}',
    ],
    [
      '{{#with user}}{{name}}{{/with}}',
      '{% raw %}{{#with user}}{% endraw %}{% raw %}{{name}}{% endraw %}{% raw %}{{/with}}{% endraw %}',
    ],
    ['a {{~name~}} b', 'a {{- name -}} b'],
    ['\\{{name}} {{@root.name}}', '{% raw %}{{name}}{% endraw %} {{name}}'],
    ['{{!-- {{x}} --}}a{{!b}}', '{% comment %} {% raw %}{{x}}{% endraw %} {% endcomment %}a{% comment %}b{% endcomment %}'],
    ['{{#each goods}}{{this}}', '{% raw %}{{#each goods}}{% endraw %}{% raw %}{{this}}{% endraw %}'],
    ['{{#vip}}a{{else}}b{{/vip}}', '{% if vip %}a{% else %}b{% endif %}'],
    ['{{[company name]}}', '{{company_name}}'],
  ])('%j', (text, expected) => {
    expect(converted('handlebars', text)).toBe(expected)
  })
})

describe('jinja', () => {
  test.each([
    ['{{ name }} {{- name -}} {{name}}', '{{ name }} {{- name -}} {{name}}'],
    ['{{ name | default("you") }}', '{{ name }}'],
    ['{{ name|d("you")|upper }}', '{{ name | upcase }}'],
    ['{{ goods | join(", ") }}', '{{ goods | join: ", " }}'],
    ['{{ name | replace("a", "}}") }}', String.raw`{{ name | replace: "a", "\u007d\u007d" }}`],
    [
      '{% if a and not b %}x{% elif c == "d" %}y{% else %}z{% endif %}',
      '{% if a and not b %}x{% elsif c == "d" %}y{% else %}z{% endif %}',
    ],
    [
      '{% if a is defined and b is not none or c in d %}x{% endif %}',
      '{% raw %}{% if a is defined and b is not none or c in d %}{% endraw %}x{% raw %}{% endif %}{% endraw %}',
    ],
    [
      '{% if a is defined %}x{% endif %}{% if c in d %}y{% endif %}',
      '{% if a != nil %}x{% endif %}{% if d contains c %}y{% endif %}',
    ],
    [
      '{%- for x in goods -%}{{ loop.index }}{{ x }}{% else %}-{% endfor %}',
      '{%- for x in goods -%}{{ forloop.index }}{{ x }}{% else %}-{% endfor %}',
    ],
    [
      '{% for k, v in d.items() %}{{ k }}{% endfor %}',
      '{% raw %}{% for k, v in d.items() %}{% endraw %}{% raw %}{{ k }}{% endraw %}{% raw %}{% endfor %}{% endraw %}',
    ],
    ['{% for m in messages %}{{ m.role }}{% endfor %}', '{% for m in messages %}{% raw %}{{ m.role }}{% endraw %}{% endfor %}'],
    ['{% set x = 1 %}{{ x }}', '{% raw %}{% set x = 1 %}{% endraw %}{{ x }}'],
    ['{# note {{ x }} #}a', '{% comment %} note {% raw %}{{ x }}{% endraw %} {% endcomment %}a'],
    ['{% raw %}{{ a }}{% endraw %}{{ "{{" }}', '{% raw %}{{ a }}{% endraw %}{% raw %}{{{% endraw %}'],
    [
      '{{ name | title }} {{ f(x) }} {{ a + b }}',
      '{% raw %}{{ name | title }}{% endraw %} {% raw %}{{ f(x) }}{% endraw %} {% raw %}{{ a + b }}{% endraw %}',
    ],
    ['{{ user.name }} {{ a["b"] }}', '{{ user_name }} {% raw %}{{ a["b"] }}{% endraw %}'],
    ['{% for x in goods %}{{ x }}', '{% raw %}{% for x in goods %}{% endraw %}{% raw %}{{ x }}{% endraw %}'],
    ['## Head {#id} {{ a }}', '## Head {#id} {{ a }}'],
    [
      '{% if a %}x{% elif f(b) %}y{% endif %}',
      '{% raw %}{% if a %}{% endraw %}x{% raw %}{% elif f(b) %}{% endraw %}y{% raw %}{% endif %}{% endraw %}',
    ],
    ['{% block x %}{{ a }}{% endblock %}', '{% raw %}{% block x %}{% endraw %}{{ a }}{% raw %}{% endblock %}{% endraw %}'],
  ])('%j', (text, expected) => {
    expect(converted('jinja', text)).toBe(expected)
  })

  test('keeps different defaults where they stand', () => {
    const text = '{{ tone | default("warm") }} {{ tone | default("dry") }}'
    expect(converted('jinja', text)).toBe('{{ tone | default: "warm" }} {{ tone | default: "dry" }}')
    expect(rendered('jinja', text)).toBe('warm dry')
    expect(rendered('jinja', text, { tone: 'loud' })).toBe('loud loud')
  })
})

describe('f-string', () => {
  test.each([
    ['Hi {name}, {name}', 'Hi {{ name }}, {{ name }}'],
    ['{{"a": {value}}}', '{"a": {{ value }}}'],
    ['{{{{x}}}}', '{% raw %}{{x}}{% endraw %}'],
    ['{{{x}}}', '{% raw %}{{% endraw %}{{ x }}}'],
    ['{x:.2f} {y!r} {0} {} {', '{x:.2f} {y!r} {0} {} {'],
    ['{"a": 1}', '{"a": 1}'],
    ['{{% if x %}}', '{% raw %}{% if x %}{% endraw %}'],
  ])('%j', (text, expected) => {
    expect(converted('f-string', text)).toBe(expected)
  })

  test('tells what it leaves, and why', () => {
    const { leftovers } = convertSyntax('{x:.2f} {0} {a b!} }', 'f-string', [])
    expect(leftovers).toEqual([
      { range: { start: 0, end: 7 }, text: '{x:.2f}', reason: '":.2f" lays the value out, which has no counterpart.' },
      { range: { start: 8, end: 11 }, text: '{0}', reason: 'This variable has no name.' },
      { range: { start: 12, end: 18 }, text: '{a b!}', reason: 'This is no name of a variable.' },
      { range: { start: 19, end: 20 }, text: '}', reason: 'This brace stands alone; two stand for one.' },
    ])
  })
})

describe('dollar', () => {
  test.each([
    ['On ${topic:tea & cake} for ${Company Name}', 'On {{ topic }} for {{ company_name }}'],
    ['{${x}}', '{% raw %}{{% endraw %}{{ x }}}'],
    ['${a.b} ${f(x)} $x ${', '${a.b} ${f(x)} $x ${'],
    [
      '${topic:tea} ${topic:coffee} ${topic}',
      '{{ topic | default: "tea" }} {{ topic | default: "coffee" }} {{ topic | default: "tea" }}',
    ],
    ['${env:HOME}', '${env:HOME}'],
    ['{{x}} ${y}', '{% raw %}{{x}}{% endraw %} {{ y }}'],
  ])('%j', (text, expected) => {
    expect(converted('dollar', text)).toBe(expected)
  })
})

describe('liquid', () => {
  test('changes names that do not fit, and nothing else', () => {
    const { content, variables, changes } = convertSyntax(
      '{{ City }} {% for x in goods %}{{ x }}{% endfor %}{% raw %}{{ Z }}{% endraw %}',
      'liquid',
      [],
    )
    expect(content).toBe('{{ city }} {% for x in goods %}{{ x }}{% endfor %}{% raw %}{{ Z }}{% endraw %}')
    expect(variables.map(({ name, type }) => [name, type])).toEqual([
      ['city', 'text'],
      ['goods', 'list'],
    ])
    expect(changes).toEqual([{ range: { start: 3, end: 7 }, from: 'City', to: 'city', variable: 'city' }])
  })

  test('leaves what it cannot read', () => {
    const { content, leftovers } = convertSyntax('{% assign a = 1 %}{{ b', 'liquid', [])
    expect(rendered('liquid', '{% assign a = 1 %}{{ b')).toBe('{% assign a = 1 %}{{ b')
    expect(content).toContain('{% raw %}')
    expect(leftovers).toHaveLength(1)
  })
})

test('a text with more tags than a template may have stays as it is', () => {
  const text = '{x} '.repeat(5001)
  expect(convertSyntax(text, 'f-string', [])).toMatchObject({ content: text, variables: [], changes: [], leftovers: [{ text }] })
})

test('many pieces of raw text become one rather than too many', () => {
  const text = '${x} '.repeat(10) + '{{a}} '.repeat(2000)
  const { content, variables } = convertSyntax(text, 'dollar', [])
  expect(variables).toHaveLength(1)
  expect(content.split('{% raw %}')).toHaveLength(2)
})
