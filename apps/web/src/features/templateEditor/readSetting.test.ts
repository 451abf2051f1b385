import { expect, test } from 'vitest'
import { readSetting } from './readSetting.ts'

test('what is typed is a value, nothing, or wrong with a reason', () => {
  expect(readSetting('model', ' gpt-5-mini ')).toEqual({ value: 'gpt-5-mini' })
  expect(readSetting('temperature', '0,7')).toEqual({ value: 0.7 })
  expect(readSetting('maxTokens', '2000')).toEqual({ value: 2000 })
  expect(readSetting('temperature', '  ')).toEqual({ value: undefined })
  for (const typed of ['2.1', '-1', 'warm', '1e999']) expect(readSetting('temperature', typed)).toHaveProperty('fault')
  for (const typed of ['0', '1.5', 'many']) expect(readSetting('maxTokens', typed)).toHaveProperty('fault')
  expect(readSetting('model', 'x'.repeat(101))).toHaveProperty('fault')
})
