import { describe, expect, test } from 'vitest'
import { applyEdits } from '../diff/applyEdits.ts'
import { check, checkAll } from './check.ts'
import { ruleExamples } from './docs/examples.ts'
import { switchOffEdit } from './switchOff.ts'

describe('a comment leaves as it is', () => {
  test.each(Object.entries(ruleExamples))(
    'what %s finds, and nothing else is wrong for it',
    async (name, { text, options = {} }) => {
      for (const template of [true, false]) {
        const checked = { ...options, context: { ...options.context, template } }
        const before = await checkAll(text, checked)
        const finding = before.find(({ rule }) => rule === name)
        const edit = finding && switchOffEdit(text, finding, { template })
        if (!finding || !edit) continue
        const after = await checkAll(applyEdits(text, [edit]), checked)
        const same = after.filter(({ rule, message }) => rule === finding.rule && message === finding.message)
        const others = before.filter(({ rule, message }) => rule === finding.rule && message === finding.message)
        expect(same.length).toBeLessThan(others.length)
        const errors = (findings: typeof after) => findings.filter(({ severity }) => severity === 'error').length
        expect(errors(after)).toBeLessThanOrEqual(errors(before))
      }
    },
  )

  test('in the line above, in the way of the text', async () => {
    const text = 'Be kind.\n\nGo on, etc.\n'
    const [finding] = await checkAll(text)
    const edits = [true, false].flatMap((template) => (finding && switchOffEdit(text, finding, { template })) ?? [])
    expect(edits.map((edit) => applyEdits(text, [edit]))).toEqual([
      'Be kind.\n\n{% comment %}check-off-next: vague-term{% endcomment %}\nGo on, etc.\n',
      'Be kind.\n\n<!-- check-off-next: vague-term -->\nGo on, etc.\n',
    ])
  })

  test('of code and of the whole at the end, where it is no part of either', async () => {
    const secret = `Use this:\n\n\`\`\`\nghp_${'a1B2c3D4e5'.repeat(3)}abcdef\n\`\`\`\n`
    const finding = (await checkAll(secret)).find(({ rule }) => rule === 'secret')
    const edit = finding && switchOffEdit(secret, finding, { template: false })
    expect(edit && applyEdits(secret, [edit])).toBe(`${secret}\n<!-- check-off: secret -->\n`)
  })
})

const rulesIn = (text: string) => check(text).map(({ rule }) => rule)

test('a comment in a fence is shown, and switches nothing off', () => {
  const off = '<!-- check-off: vague-term -->'
  expect(rulesIn(`Be kind, etc.\n\n\`\`\`html\n${off}\n\`\`\`\n`)).toContain('vague-term')
  expect(rulesIn(`Be kind, etc.\n\n\`\`\`html\n\`\`\`\n${off}\n`)).not.toContain('vague-term')
  expect(rulesIn(`${off}\nBe kind, etc.\n\n\`\`\`html\n\`\`\`\n`)).not.toContain('vague-term')
})
