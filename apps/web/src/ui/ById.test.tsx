import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ById } from './ById.tsx'

afterEach(cleanup)

function renderRows() {
  const [items, setItems] = createSignal([
    { id: 'a', name: 'Ada' },
    { id: 'g', name: 'Grace' },
  ])
  render(() => (
    <ul>
      <ById each={items()}>
        {(item) => (
          <li>
            <button type="button">{item().name}</button>
          </li>
        )}
      </ById>
    </ul>
  ))
  return { setItems, names: () => screen.queryAllByRole('listitem').map((row) => row.textContent) }
}

test('a row stays the same element, with its focus, when its item is read again with other values', () => {
  const { setItems, names } = renderRows()
  const button = screen.getByText('Grace')
  button.focus()
  setItems([
    { id: 'a', name: 'Ada Lovelace' },
    { id: 'g', name: 'Grace Hopper' },
  ])
  expect(screen.getByText('Grace Hopper')).toBe(button)
  expect(document.activeElement).toBe(button)
  expect(names()).toEqual(['Ada Lovelace', 'Grace Hopper'])
})

test('it goes where its item goes, and away with it', () => {
  const { setItems, names } = renderRows()
  const button = screen.getByText('Grace')
  setItems([
    { id: 'g', name: 'Grace' },
    { id: 'a', name: 'Ada' },
    { id: 'e', name: 'Edith' },
  ])
  expect(names()).toEqual(['Grace', 'Ada', 'Edith'])
  expect(screen.getByText('Grace')).toBe(button)
  setItems([{ id: 'a', name: 'Ada' }])
  expect(names()).toEqual(['Ada'])
})
