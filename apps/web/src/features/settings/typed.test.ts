import { expect, it } from 'vitest'
import { typedAuditDays, typedBudget, typedDays, typedDomains, typedPromptDays } from './typed.ts'

it('days are whole and at least one', () => {
  expect(typedDays.parse(' 30 ')).toBe(30)
  for (const wrong of ['', '0', '1.5', '-3', 'ten', '4000']) expect(typedDays.safeParse(wrong).success, wrong).toBe(false)
})

it('days that may be left out are null then; the audit is kept for a month at least', () => {
  expect(typedPromptDays.parse(' ')).toBeNull()
  expect(typedPromptDays.parse('7')).toBe(7)
  expect(typedAuditDays.parse('')).toBeNull()
  expect(typedAuditDays.parse('31')).toBe(31)
  for (const wrong of ['30', '0', '31.5', 'ever', '4000']) expect(typedAuditDays.safeParse(wrong).success, wrong).toBe(false)
})

it('a budget is dollars and cents, or no limit where nothing is typed', () => {
  expect(typedBudget.parse('$2.50')).toBe(2_500_000)
  expect(typedBudget.parse('0')).toBe(0)
  expect(typedBudget.parse(' ')).toBeNull()
  for (const wrong of ['ten', '-1', '1e3', '2.505']) expect(typedBudget.safeParse(wrong).success, wrong).toBe(false)
})

it('domains are read with commas and spaces between them, in small letters', () => {
  expect(typedDomains.parse('Example.com, example.org  mail.example.net')).toEqual([
    'example.com',
    'example.org',
    'mail.example.net',
  ])
  expect(typedDomains.parse(' ')).toEqual([])
  for (const wrong of ['@example.com', 'example']) expect(typedDomains.safeParse(wrong).success, wrong).toBe(false)
})
