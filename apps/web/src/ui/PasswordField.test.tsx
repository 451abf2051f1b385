import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { PasswordField } from './PasswordField.tsx'

afterEach(cleanup)

test('it is hidden until one asks to see it, and its button sends no form', () => {
  let sent = 0
  render(() => (
    <form onSubmit={() => sent++}>
      <PasswordField label="Password" autocomplete="new-password" value="violets" />
    </form>
  ))
  const field = screen.getByLabelText('Password')
  const show = screen.getByRole('button', { name: 'Show' })
  expect(field.getAttribute('type')).toBe('password')
  expect(field.getAttribute('autocomplete')).toBe('new-password')
  fireEvent.click(show)
  expect(field.getAttribute('type')).toBe('text')
  expect(show.getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(show)
  expect(field.getAttribute('type')).toBe('password')
  expect(sent).toBe(0)
})

test('what is pasted stays', () => {
  render(() => <PasswordField label="Password" autocomplete="current-password" />)
  expect(fireEvent.paste(screen.getByLabelText('Password'))).toBe(true)
})
