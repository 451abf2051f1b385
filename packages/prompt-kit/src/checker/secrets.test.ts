import { expect, test } from 'vitest'
import { checkAll } from './check.ts'

const key = `ghp_${'a1B2c3D4e5'.repeat(3)}abcdef`
const found = async (text: string, off: string[] = []) =>
  (await checkAll(text, { off })).filter(({ rule }) => rule === 'secret').map(({ range }) => text.slice(range.start, range.end))

test('keys are found where they stand, and not told again', async () => {
  const text = `You are a clerk. Use ${key} to ask.`
  expect(await found(text)).toEqual([key])
  expect(JSON.stringify(await checkAll(text))).not.toContain(key)
})

test('comments and settings switch it off as any rule', async () => {
  expect(await found(`Use ${key}.`, ['secret'])).toEqual([])
  expect(await found(`<!-- check-off: secret -->\nUse ${key}.`)).toEqual([])
})

test('words about keys are none', async () => {
  expect(await found('Ask for the API key and keep the password secret: sk-… is how it begins.')).toEqual([])
})

test('all else is found as well, in the order of the text', async () => {
  const findings = await checkAll(`Go on, etc. Use ${key}.\n\`\`\`\nx`)
  expect(findings.map(({ rule }) => rule)).toEqual(['vague-term', 'secret', 'fence-unclosed'])
})
