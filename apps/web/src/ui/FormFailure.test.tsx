import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FormFailure } from './FormFailure.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const refusal = (wire: object) => Object.assign(new Error('refused'), { data: { wire } })

test('where one is to wait, it says how long still, and when that is over', () => {
  const error = refusal({ code: 'RATE_LIMITED', message: 'Too many requests. Wait 30 seconds and try again.', retryAfter: 30 })
  render(() => <FormFailure error={error} />)
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toBe('Too many requests. Wait 30 seconds and try again. (30 s left)')
  vi.advanceTimersByTime(20_000)
  expect(alert.textContent).toContain('(10 s left)')
  vi.advanceTimersByTime(10_000)
  expect(alert.textContent).toBe('You can try again now.')
})

test('the seconds that pass are seen, not read out', () => {
  render(() => <FormFailure error={refusal({ code: 'RATE_LIMITED', message: 'Wait.', retryAfter: 90 })} />)
  expect(screen.getByText('(1 min 30 s left)').getAttribute('aria-hidden')).toBe('true')
})

test('what no waiting mends stays as it is', () => {
  render(() => <FormFailure error={refusal({ code: 'CONFLICT', message: 'This address has an account.' })} />)
  vi.advanceTimersByTime(60_000)
  expect(screen.getByRole('alert').textContent).toBe('This address has an account.')
})
