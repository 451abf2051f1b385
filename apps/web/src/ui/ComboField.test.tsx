import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { ComboField, type ComboOption } from './ComboField.tsx'

afterEach(cleanup)

function renderField(options: readonly ComboOption[]) {
  const onChoose = vi.fn<(id: string) => void>()
  const [value, setValue] = createSignal('')
  render(() => <ComboField label="Who" value={value()} onInput={setValue} options={options} onChoose={onChoose} note="Nobody." />)
  const field = screen.getByRole('combobox', { name: 'Who' })
  return { field, onChoose, press: (key: string) => fireEvent.keyDown(field, { key }) }
}

const selectedName = () => screen.getByRole('option', { selected: true }).textContent

const people = [
  { id: 'a', content: 'Ada' },
  { id: 'b', content: 'Grace', disabled: true },
  { id: 'c', content: 'Alan' },
]

test('arrow keys go round what can be taken, Enter takes it and closes the list', () => {
  const { field, onChoose, press } = renderField(people)
  fireEvent.input(field, { target: { value: 'a' } })
  expect(screen.getAllByRole('option')).toHaveLength(3)
  expect(field.getAttribute('aria-activedescendant')).toBeNull()
  press('ArrowDown')
  press('ArrowDown')
  expect(selectedName()).toBe('Alan')
  press('ArrowDown')
  expect(selectedName()).toBe('Ada')
  press('Enter')
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('a')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('the arrow up begins with the last, and goes on from the first with the last', () => {
  const { field, press } = renderField(people)
  fireEvent.input(field, { target: { value: 'a' } })
  press('ArrowUp')
  expect(selectedName()).toBe('Alan')
  press('ArrowUp')
  expect(selectedName()).toBe('Ada')
  press('ArrowUp')
  expect(selectedName()).toBe('Alan')
})

test('Escape closes the list alone, and what cannot be taken is not', () => {
  const { field, onChoose, press } = renderField(people)
  fireEvent.input(field, { target: { value: 'a' } })
  fireEvent.click(screen.getByRole('option', { name: 'Grace' }))
  expect(onChoose).not.toHaveBeenCalled()
  // False: the default was prevented, and a dialog around it stays.
  expect(press('Escape')).toBe(false)
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(press('Escape')).toBe(true)
})

test('without anything to take, the note says so', () => {
  const { field } = renderField([])
  fireEvent.input(field, { target: { value: 'x' } })
  expect(screen.getByRole('status').textContent).toBe('Nobody.')
  expect(field.getAttribute('aria-expanded')).toBe('false')
})
