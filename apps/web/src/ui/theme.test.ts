import { beforeEach, expect, test, vi } from 'vitest'
import { chooseTheme, startTheme, theme } from './theme.ts'

beforeEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset['theme']
})

test('without a choice the device decides', () => {
  startTheme()
  expect(theme()).toBe('system')
  expect(document.documentElement.dataset['theme']).toBeUndefined()
})

test('a choice shows at once and is there at the next visit', () => {
  chooseTheme('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
  delete document.documentElement.dataset['theme']
  startTheme()
  expect(theme()).toBe('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
})

test('going back to the device forgets the choice', () => {
  chooseTheme('light')
  chooseTheme('system')
  expect(localStorage.length).toBe(0)
  expect(document.documentElement.dataset['theme']).toBeUndefined()
})

test('what storage holds is not trusted', () => {
  localStorage.setItem('prologue.theme', 'neon')
  startTheme()
  expect(theme()).toBe('system')
})

test('a browser that forbids storage still switches', () => {
  const denied = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  chooseTheme('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
  denied.mockRestore()
})
