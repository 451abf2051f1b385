import { describe, expect, test } from 'vitest'
import { variablesSchema } from '../../variables/schema.ts'
import { check } from '../check.ts'
import { findings, found, mended } from './found.ts'

const variables = variablesSchema.parse([
  { name: 'city', type: 'text' },
  { name: 'notes', type: 'longtext' },
  { name: 'message', type: 'text', source: 'end-user' },
  { name: 'count', type: 'integer', source: 'end-user' },
])
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

test('what is found of a variable says which one', () => {
  const text = '{{ town }} {{ message }} ${tea} {{ \u0441ity }}{% for one in city %}{% endfor %}'
  const context = { values: { count: 'many' } }
  const about = check(text, { variables, context }).filter(({ rule }) => /^var-(?!mixed)/.test(rule))
  expect(new Set(about.map(({ rule, variable }) => `${rule}: ${variable}`))).toEqual(
    new Set([
      'var-undeclared: town',
      'var-undelimited: message',
      'var-user-in-system: message',
      'var-foreign-syntax: tea',
      'var-homoglyph: \u0441ity',
      'var-undeclared: \u0441ity',
      'var-type: city',
      'var-type: count',
      'var-required-empty: city',
      'var-required-empty: notes',
      'var-required-empty: message',
      'var-unused: notes',
      'var-unused: count',
    ]),
  )
})

describe('tpl-syntax', () => {
  test('points at a tag that cannot be read', () => {
    expect(found('tpl-syntax', 'Answer {{ city')).toEqual(['{{ city'])
    expect(found('tpl-syntax', 'Answer {% if city %} yes')).toEqual(['{% if city %}'])
  })

  test('passes over sound templates, and over text that is none', () => {
    expect(found('tpl-syntax', 'Answer {{ city }} } %} {')).toEqual([])
    expect(found('tpl-syntax', 'Answer {{ city', { context: { template: false } })).toEqual([])
  })
})

describe('var-undeclared', () => {
  test('points at each use, and its fix declares the variable', () => {
    const text = 'Go to {{ town }} or {{ town }}{% if city %}.{% endif %}'
    expect(found('var-undeclared', text, { variables })).toEqual(['town', 'town'])
    const now = mended('var-undeclared', text, { variables })
    expect(now.text).toBe(text)
    expect(now.variables.at(-1)).toMatchObject({ name: 'town', type: 'text', required: true })
    expect(found('var-undeclared', text, now)).toEqual([])
  })

  test('declares a variable as what the text does with it', () => {
    const text = '{% if formal %}Be formal.{% endif %}{% for rule in rules %}{{ rule }}{% endfor %}'
    const { variables: declared } = mended('var-undeclared', text, { variables })
    expect(declared.slice(variables.length).map(({ name, type }) => [name, type])).toEqual([
      ['formal', 'boolean'],
      ['rules', 'list'],
    ])
  })

  test('says of a name that cannot be declared what is wrong with it', () => {
    const [finding] = findings('var-undeclared', 'In {{ Town }}.')
    expect(finding?.message).toMatch(/small letters/)
    expect(finding?.fix).toBeUndefined()
  })

  test('passes over what a loop names, raw text and text that is no template', () => {
    expect(
      found('var-undeclared', '{% for one in (1..3) %}{{ one }}{{ forloop.index }}{% endfor %}{% raw %}{{ x }}{% endraw %}'),
    ).toEqual([])
    expect(found('var-undeclared', '{{ x }}', { context: { template: false } })).toEqual([])
  })
})

describe('var-unused', () => {
  test('names what the text does not use, and its fix drops the declaration', () => {
    const text = '{% if notes %}{{ city }}{% endif %} {% raw %}{{ count }}{% endraw %}'
    expect(findings('var-unused', text, { variables }).map(({ message }) => message)).toEqual([
      '"message" is declared, but the text does not use it.',
      '"count" is declared, but the text does not use it.',
    ])
    expect(names(mended('var-unused', text, { variables }).variables)).toEqual(['city', 'notes'])
  })

  test('waits while the template cannot be read', () => {
    expect(found('var-unused', '{{ city', { variables })).toEqual([])
  })
})

describe('var-foreign-syntax', () => {
  test.each([
    ['Write about ${topic:tea & cake} now', 'Write about {{ topic }} now', { name: 'topic', default: 'tea & cake' }],
    ['Write about ${useCase}.', 'Write about {{ use_case }}.', { name: 'use_case' }],
    ['Write about {company name}.', 'Write about {{ company_name }}.', { name: 'company_name' }],
    ['Write about [COMPANY NAME].', 'Write about {{ company_name }}.', { name: 'company_name' }],
    ['Write about {$TOPIC}.', 'Write about {{ topic }}.', { name: 'topic' }],
    ['Write about ${if}, ${empty:}.', 'Write about {{ if }}, {{ empty_value }}.', { name: 'empty_value' }],
  ])('turns %s into %s', (text, expected, declared) => {
    const now = mended('var-foreign-syntax', text)
    expect(now.text).toBe(expected)
    expect(now.variables.at(-1)).toMatchObject(declared)
    expect(found('var-undeclared', now.text, now)).toEqual([])
  })

  test('leaves a declaration that is there as it is', () => {
    expect(mended('var-foreign-syntax', 'In ${city:Ghent}', { variables }).variables).toEqual(variables)
  })

  test.each([
    'Use {{ city }} and {% if city %}x{% endif %}.',
    '```js\nconst a = `${b}`\n```\nand `{name}` and `${x}`',
    'Return {"key": "value", "list": [1, 2]} and {}.',
    String.raw`The formula \frac{ab}{cd} and x_{max} and {{{`,
    '[x] done, [ ] open, [TODO] later, [1], [A link](https://example.org/{id}), [REF]: note, a[INDEX]',
    '[ROLE]\nYou are a clerk.\n[VERSE] quiet',
    'Put notes in curly brackets {like this}.',
    '<!-- ${x} --> {% raw %}${y}{% endraw %}{% comment %}{z1}{% endcomment %}',
    'Broken {{ ${x}',
  ])('passes over %j', (text) => {
    expect(found('var-foreign-syntax', text)).toEqual([])
  })

  test('passes over text that is no template', () => {
    expect(found('var-foreign-syntax', '${x}', { context: { template: false } })).toEqual([])
  })
})

describe('var-mixed-syntax', () => {
  test('points at the first that is written otherwise', () => {
    expect(found('var-mixed-syntax', 'In {{ city }} and ${town} and [PLACE NAME]', { variables })).toEqual(['${town}'])
    expect(found('var-mixed-syntax', 'From ${town} to [PLACE NAME]')).toEqual(['[PLACE NAME]'])
  })

  test('passes over texts with one way', () => {
    expect(found('var-mixed-syntax', 'In {{ city }} and {{ notes }}', { variables })).toEqual([])
    expect(found('var-mixed-syntax', 'In ${city} and ${notes}')).toEqual([])
  })
})

describe('var-undelimited', () => {
  test('warns of long text, and takes what comes from outside for an error', () => {
    const text = 'Read this: {{ notes }}\nAnswer {{ message }} in {{ city }}, {{ count }} times.'
    const list = findings('var-undelimited', text, { variables })
    expect(list.map(({ range, severity }) => [text.slice(range.start, range.end), severity])).toEqual([
      ['{{ notes }}', 'warning'],
      ['{{ message }}', 'error'],
    ])
  })

  test('its fix puts tags or a fence around it', () => {
    const text = 'Read:\n  {{ notes }}\nAnswer {{ message }}.'
    expect(mended('var-undelimited', text, { variables, family: 'claude' }).text).toBe(
      'Read:\n  <notes>\n  {{ notes }}\n  </notes>\nAnswer <message>{{ message }}</message>.',
    )
    expect(mended('var-undelimited', text, { variables, family: 'gemini' }).text).toBe(
      'Read:\n  ```\n  {{ notes }}\n  ```\nAnswer <message>{{ message }}</message>.',
    )
  })

  test.each([
    '<notes>\n{{ notes }}\n</notes>',
    '```\n{{ notes }}\n```',
    'Answer "{{ message }}" now',
    '"""\n{{ notes }}\n"""',
    '{% if notes %}There are notes.{% endif %}',
    '<data kind="mail">{{ message }}</data>',
  ])('passes over %j', (text) => {
    expect(found('var-undelimited', text, { variables })).toEqual([])
  })

  test('is not content with a tag that is never closed', () => {
    expect(found('var-undelimited', '<notes>\n{{ notes }}', { variables })).toEqual(['{{ notes }}'])
  })
})
