import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { families } from '../brief/schema.ts'
import { variablesSchema } from '../variables/schema.ts'
import { applyFix, type Declared } from './applyFix.ts'
import { check } from './check.ts'
import type { Finding } from './types.ts'

const declared = variablesSchema.parse([
  { name: 'city', type: 'text' },
  { name: 'notes', type: 'longtext' },
  { name: 'message', type: 'text', source: 'end-user' },
])

/** Pieces that the rules speak of, and what may stand around them. */
const piece = fc.constantFrom(
  '{{ city }}',
  '{{ notes }}',
  '{{ message }}',
  '{{ other }}',
  '{% if city %}',
  '{% endif %}',
  '{% raw %}',
  '{% endraw %}',
  '${topic:tea}',
  '{company name}',
  '[USER NAME]',
  '{$X}',
  '{',
  '}',
  '$',
  '%',
  '`',
  '```',
  '```json\n',
  '~~~',
  '"',
  '<notes>',
  '</notes>',
  '<example>',
  '</example>',
  '\n<role>\n',
  '\n</role>\n',
  '\n<task>\n',
  '\n</task>\n',
  'Use at least 50 words. ',
  'Use at most 40 words. ',
  '[insert a name] ',
  '# Role\n',
  '## Empty\n',
  '#### Deep\n',
  'I want you to act as a clerk. ',
  'I want you to list three risks. ',
  'I will give you a text. ',
  'NEVER guess. ',
  'You MUST cite. ',
  'ALWAYS ask. ',
  "DON'T EVER lie. ",
  'Name the source of each figure. ',
  '- Name the source of each figure.\n',
  'etc. ',
  'Always call the search tool. ',
  '"verdict": "x",\n',
  '"reason": "y"\n',
  '- Score: 1 to 5\n',
  '- Reasoning: in short\n',
  '{{ \u0441ity }}',
  '\u200B',
  '\u202E',
  '\u200D',
  '\u{E0041}',
  '😀',
  'א',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '- ',
  '1. ',
  'x',
  ': ',
  'TODO: ',
  '<!-- ',
  ' -->',
)
const text = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''))
const variables = fc.subarray(declared)
const family = fc.constantFrom(...families)

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').length
const same = (one: Declared, other: Declared) => one.text === other.text && one.variables.length === other.variables.length

describe('every fix', { timeout: 60_000 }, () => {
  test('brings no new error', () => {
    fc.assert(
      fc.property(text, variables, family, (text, variables, family) => {
        const findings = check(text, { variables, family })
        for (const { rule, fix } of findings) {
          if (fix === undefined) continue
          const after = applyFix({ text, variables }, fix)
          const left = check(after.text, { variables: after.variables, family })
          expect([rule, errors(left) <= errors(findings)]).toEqual([rule, true])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('mends what it says, so that it is not offered there again', () => {
    fc.assert(
      fc.property(text, variables, family, (text, variables, family) => {
        const findings = check(text, { variables, family })
        for (const { rule, fix } of findings) {
          if (fix === undefined) continue
          const after = applyFix({ text, variables }, fix)
          expect([rule, same(after, { text, variables })]).toEqual([rule, false])
          const count = (list: readonly Finding[]) => list.filter((each) => each.rule === rule && each.fix !== undefined).length
          expect([rule, count(check(after.text, { variables: after.variables, family })) < count(findings)]).toEqual([rule, true])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('lies within the text, as its finding does', () => {
    fc.assert(
      fc.property(text, variables, (text, variables) => {
        for (const { range, fix } of check(text, { variables })) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(range.end).toBeLessThanOrEqual(text.length)
          if (fix !== undefined) applyFix({ text, variables }, fix)
        }
      }),
      { numRuns: 500 },
    )
  })
})
