import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../variables/renderTemplate.ts'
import { variablesSchema, type Variable } from '../../variables/schema.ts'
import type { TargetSyntax } from './targets.ts'
import { convertSyntax } from './convertSyntax.ts'
import { fromLiquid } from './fromLiquid.ts'
import { liquidLosses } from './liquidLosses.ts'

const variables = variablesSchema.parse([
  { name: 'city', type: 'text', default: 'Ghent' },
  { name: 'vip', type: 'boolean', required: false },
  { name: 'goods', type: 'list', required: false },
])
const written = (to: TargetSyntax, content: string) => fromLiquid(content, variables, to)

const block = '{% if vip %}a{% else %}b{% endif %}'
const loop = '{% for good in goods %}{{ good }} to {{ city }}{% endfor %}'
const unknown = '{% if city == "Ghent" %}a{% endif %}'

test.each<[TargetSyntax, string, string]>([
  ['names', 'In {{ city }}, {{- city -}} .', 'In {{ city }},{{ city }}.'],
  ['names', loop, loop],
  ['names', '{{ city | upcase }}{% raw %}{% x %}{% endraw %}', '{{ city }}{% x %}'],
  ['mustache', 'In {{ city }}, {{- city -}} .', 'In {{ city }},{{ city }}.'],
  ['mustache', block, '{{#vip}}a{{/vip}}{{^vip}}b{{/vip}}'],
  ['mustache', loop, '{{#goods}}{{ . }} to {{ city }}{{/goods}}'],
  ['mustache', '{% unless vip %}a{% endunless %}', '{{^vip}}a{{/vip}}'],
  ['mustache', unknown, unknown],
  ['mustache', '{% if goods %}a{% endif %}', '{% if goods %}a{% endif %}'],
  ['mustache', '{% for good in goods %}{% if good %}x{% endif %}{% endfor %}', '{{#goods}}{% if good %}x{% endif %}{{/goods}}'],
  ['mustache', '{{ city | upcase }}', '{{ city }}'],
  ['mustache', '{% comment %}a{% endcomment %}b', '{{!a}}b'],
  ['handlebars', '{% if vip %}a{% elsif city %}b{% else %}c{% endif %}', '{{#if vip}}a{{else if city}}b{{else}}c{{/if}}'],
  ['handlebars', loop, '{{#each goods as |good|}}{{ good }} to {{ ../city }}{{/each}}'],
  [
    'handlebars',
    '{% for x in goods %}{{ forloop.index0 }}{% unless forloop.last %},{% endunless %}{% endfor %}',
    '{{#each goods as |x|}}{{ @index }}{{#unless @last}},{{/unless}}{{/each}}',
  ],
  ['handlebars', '{% raw %}{{x}}{% endraw %}', '\\{{x}}'],
  [
    'jinja',
    '{% if vip and city == "x" %}a{% elsif goods contains city %}b{% endif %}',
    '{% if vip and city == "x" %}a{% elif city in goods %}b{% endif %}',
  ],
  ['jinja', '{% if vip and city or goods %}a{% endif %}', '{{ "{%" }} if vip and city or goods %}a{{ "{%" }} endif %}'],
  ['jinja', '{{ city | upcase | default: "x" | append: "!" }}', '{{ city | upper | default("x", true) }}'],
  [
    'jinja',
    '{% for good in goods %}{{ forloop.index }}{{ good }}{% else %}-{% endfor %}',
    '{% for good in goods %}{{ loop.index }}{{ good }}{% else %}-{% endfor %}',
  ],
  ['jinja', '{% raw %}{{x}} {#{% endraw %}', '{{ "{{" }}x}} {{ "{#" }}'],
  ['jinja', '{% unless vip %}a{% endunless %}', '{% if not vip %}a{% endif %}'],
  ['f-string', 'In {{ city }}: {"a": 1}', 'In {city}: {{"a": 1}}'],
  ['f-string', block, '{{% if vip %}}a{{% else %}}b{{% endif %}}'],
  ['dollar', 'In {{ city }} {{ vip }} {{ goods }}', 'In ${city:Ghent} ${vip} ${goods}'],
  ['dollar', '{% comment %}a{% endcomment %}b', 'b'],
])('in %s, %j is %j', (to, content, expected) => {
  expect(written(to, content)).toBe(expected)
})

test('plain text has its braces hidden where the syntax has a way', () => {
  const text = '{{ a }} {b} ${c}'
  expect(fromLiquid(text, [], 'f-string')).toBe('{{{{ a }}}} {{b}} ${{c}}')
  expect(fromLiquid(text, [], 'jinja')).toBe('{{ "{{" }} a }} {b} ${c}')
  expect(fromLiquid(text, [], 'handlebars')).toBe('\\{{ a }} {b} ${c}')
  expect(fromLiquid(text, [], 'mustache')).toBe(text)
  expect(liquidLosses({ content: text, variables: [] }, 'mustache', 'Mustache')).toEqual([
    'Mustache takes braces of the plain text for variables.',
  ])
  expect(liquidLosses({ content: text, variables: [] }, 'dollar', 'The other')).toEqual([
    'The other takes braces of the plain text for variables.',
  ])
  expect(liquidLosses({ content: text, variables: [] }, 'f-string', 'Strings')).toEqual([])
})

describe('liquidLosses', () => {
  test('names tags and filters that the target does not know', () => {
    const content = '{{ city | upcase | append: "!" }} {% if city == "x" %}a{% endif %} {% render "part" %}'
    expect(liquidLosses({ content, variables }, 'mustache', 'Mustache')).toEqual([
      'Mustache has nothing for {% if %}, {% render %}; what stands there stays as plain text.',
      'Mustache has nothing for the filters upcase, append; they are left out.',
    ])
    expect(liquidLosses({ content, variables }, 'jinja', 'Jinja')).toEqual([
      'Jinja has nothing for {% render %}; what stands there stays as plain text.',
      'Jinja has nothing for the filters append; they are left out.',
    ])
  })

  test('is empty for plain variables', () => {
    for (const to of ['names', 'mustache', 'handlebars', 'jinja', 'f-string', 'dollar'] as const)
      expect(liquidLosses({ content: 'In {{ city }}: {{ goods }}.', variables }, to, 'It')).toEqual([])
  })
})

describe('what is written and read again', { timeout: 60_000 }, () => {
  const marks = ['a', ' ', '\n', '\r\n', '{', '}', '%', '#', '"', '\\', '$', 'é', '😀', '-', '~']
  const tags = [
    '{{ city }}',
    '{{city}}',
    '{{- city -}}',
    '{{ goods }}',
    '{% raw %}{{ x }}{% endraw %}',
    '{% raw %}{%{% endraw %}',
    '{% raw %}{{{% endraw %}',
    '{% raw %}${a}{% endraw %}',
    '{% if vip %}x{% endif %}',
    '{% if vip -%}\nx{% else %}y{% endif %}',
    '{% unless vip %}x{% endunless %}',
    '{% for good in goods %}{{ good }},{{ city }}{% endfor %}',
    '{% comment %}c{% endcomment %}',
  ]
  const part = fc.constantFrom(...marks, ...tags)
  const template = fc.array(part, { maxLength: 10 }).map((parts) => parts.join(''))
  const target = fc.constantFrom<Exclude<TargetSyntax, 'names'>[]>('mustache', 'handlebars', 'jinja', 'f-string', 'dollar')
  const values = { city: 'C {{ x }}', goods: ['a', 'b'] }
  const rendered = (content: string, variables: readonly Variable[], vip: boolean) =>
    renderTemplate(content, { variables, values: { ...values, vip } })

  test('renders to the same where nothing was lost, save lines with a tag alone', () => {
    fc.assert(
      fc.property(template, target, fc.boolean(), (content, to, vip) => {
        const before = rendered(content, variables, vip)
        if (!before.ok || liquidLosses({ content, variables }, to, 'It').some((loss) => !loss.startsWith('Comments'))) return
        const { content: again, leftovers } = convertSyntax(fromLiquid(content, variables, to), to, variables)
        expect(leftovers).toEqual([])
        const after = rendered(again, variables, vip)
        const hasLines = (to === 'mustache' || to === 'handlebars') && content.includes('{%')
        const squeezed = (text: string) => (hasLines ? text.replace(/\s+/g, '') : text)
        expect(after.ok && squeezed(after.text)).toBe(squeezed(before.text))
      }),
      { numRuns: 4000 },
    )
  })

  test('plain text comes back as it was', () => {
    const plain = fc
      .array(fc.constantFrom('a', ' ', '\n', '{', '}', '{{', '}}', '{%', '%}', '{#', '#}', '"', '\\', '$', '${a}', 'x', 'raw'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(plain, target, (text, to) => {
        if (liquidLosses({ content: text, variables: [] }, to, 'It').length > 0) return
        const { content } = convertSyntax(fromLiquid(text, [], to), to, [])
        expect(renderTemplate(content, { variables: [], values: {} })).toEqual({ ok: true, text })
      }),
      { numRuns: 4000 },
    )
  })

  test('takes bounded time', () => {
    for (const piece of ['{{ city }}', '{% if vip %}', '{', '{{', '{% raw %}{{ x }}{% endraw %}', ' ']) {
      const content = piece.repeat(Math.floor(400_000 / piece.length))
      for (const to of ['mustache', 'handlebars', 'jinja', 'f-string', 'dollar'] as const) {
        const start = process.cpuUsage()
        fromLiquid(content, variables, to)
        fromLiquid(content, [], to)
        expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6)
      }
    }
  })
})
