import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { VersionPick } from './VersionPick.tsx'

afterEach(cleanup)

const notesOf = (number: number) => (number === 2 ? ['production'] : [])

function renderPick(latest: number) {
  const [value, setValue] = createSignal(2)
  render(() => <VersionPick label="From" value={value()} latest={latest} notesOf={notesOf} onChoose={setValue} />)
  return value
}

test('a few versions are chosen of a list, the newest first', () => {
  const value = renderPick(3)
  const list = screen.getByRole('combobox', { name: 'From' })
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Version 3',
    'Version 2 (production)',
    'Version 1',
  ])
  fireEvent.change(list, { target: { value: '3' } })
  expect(value()).toBe(3)
})

test('of more than fifty the number is typed; one that there is not changes nothing', () => {
  const value = renderPick(1_000)
  expect(screen.queryByRole('option')).toBeNull()
  const field = screen.getByRole('spinbutton', { name: /From/ })
  expect(screen.getByText(/of 1000/).textContent).toContain('production')
  fireEvent.change(field, { target: { value: '731' } })
  expect(value()).toBe(731)
  for (const wrong of ['0', '1001', '1.5', '']) {
    fireEvent.change(field, { target: { value: wrong } })
    expect(value()).toBe(731)
    expect(field).toHaveProperty('value', '731')
  }
})
