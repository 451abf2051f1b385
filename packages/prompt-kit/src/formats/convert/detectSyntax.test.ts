import { expect, test } from 'vitest'
import type { Syntax } from '../types.ts'
import { detectSyntax } from './detectSyntax.ts'

test.each<[Syntax | null, string]>([
  [null, 'You are a clerk.'],
  [null, 'Return {"a": {"b": [1, 2]}} and {}.'],
  [null, '```js\nconst a = `${b}` + {c}\n```'],
  [null, String.raw`The formula \frac{ab}{cd} and x_{max}`],
  [null, 'env: ${{ secrets.TOKEN }}'],
  [null, 'Write [TOPIC] and {{'],
  ['mustache', 'Hello {{name}}'],
  ['mustache', 'Hello {{{name}}} {{#vip}}x{{/vip}}'],
  ['mustache', 'Fix this:\n```\n{{code}}\n```'],
  ['mustache', 'From {{a}} and {{b}}, not ${c}'],
  ['handlebars', '{{#if vip}}x{{/if}}'],
  ['handlebars', '{{#each goods}}{{this}}{{/each}}'],
  ['handlebars', '{{role "system"}} You are {{name}}'],
  ['jinja', '{{ name | default("x") }}'],
  ['jinja', '{{ name | upper }}'],
  ['jinja', '{% if a %}x{% elif b %}y{% endif %}'],
  ['jinja', '{% set a = 1 %}{{ a }}'],
  ['jinja', '{% for m in messages %}{{ loop.index }}{% endfor %}'],
  ['liquid', '{{ name | default: "x" }}'],
  ['liquid', '{{ name | upcase }}'],
  ['liquid', '{% if a %}x{% elsif b %}y{% endif %}'],
  ['liquid', '{% if a %}x{% endif %}'],
  ['liquid', '{% assign a = 1 %}{{ a }}'],
  ['f-string', 'Answer {question} with {context}.'],
  ['f-string', 'Answer {question} as {{"a": 1}}'],
  ['dollar', 'Write about ${topic:tea}'],
  ['dollar', 'Write about ${topic} and ${place} in {{ city }}'],
])('%s: %j', (syntax, text) => {
  expect(detectSyntax(text)).toBe(syntax)
})

test('takes bounded time', () => {
  for (const part of ['{', '{{', '{%', '{{a', '${a', '{a', '{% if a %}', '{{x}}', ' ', '\n', 'a. ', '`', '<a>', '{{ a |']) {
    const start = process.cpuUsage()
    detectSyntax(part.repeat(Math.floor(400_000 / part.length)))
    expect([part, process.cpuUsage(start).user < 6e6]).toEqual([part, true])
  }
}, 60_000)
