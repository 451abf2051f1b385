import type { ListedUser } from '@prologue/contracts'
import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { UserRow } from './UserRow.tsx'

afterEach(cleanup)

const ada: ListedUser = {
  id: '00000000-0000-4000-8000-000000000000',
  name: 'Ada',
  email: 'ada@example.com',
  role: 'user',
  emailVerified: true,
  twoFactor: true,
  lockedUntil: null,
  createdAt: new Date(0),
  deletedAt: null,
}

function renderRow(user: ListedUser) {
  let pressed = 0
  const screen = render(() => (
    <UserRow
      user={user}
      busy={false}
      onUnlock={() => {}}
      onDisableTwoFactor={() => (pressed += 1)}
      onRole={() => Promise.resolve(true)}
    />
  ))
  return { pressed: () => pressed, button: (name: string) => screen.queryByRole('button', { name }) }
}

test('two factors are turned off by the second press, which the button asks for', () => {
  const { pressed, button } = renderRow(ada)
  button('Turn off two factors of Ada')?.click()
  expect(pressed()).toBe(0)
  button('Really turn off two factors of Ada')?.click()
  expect(pressed()).toBe(1)
})

test('who has none, or was deleted, has nothing to turn off', () => {
  for (const user of [
    { ...ada, twoFactor: false },
    { ...ada, deletedAt: new Date() },
  ]) {
    const { button } = renderRow(user)
    expect(button('Turn off two factors of Ada')).toBeNull()
    cleanup()
  }
})
