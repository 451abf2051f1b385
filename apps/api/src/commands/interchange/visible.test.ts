import { expect, it } from 'vitest'
import { visible } from './visible.ts'

it('writes out what steers a terminal, and nothing else', () => {
  expect(visible('a\u001b[2J\r\n\u007f\u009bK\0 “ü” 🧭')).toBe(String.raw`a\u001b[2J\u000d\u000a\u007f\u009bK\u0000 “ü” 🧭`)
})
