import { limits } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { TagsField } from './TagsField.tsx'

afterEach(cleanup)

function renderField(begun: readonly string[] = [], known: readonly string[] = []) {
  const [tags, setTags] = createSignal(begun)
  render(() => <TagsField label="Tags" value={tags()} known={known} onChange={setTags} />)
  const field = screen.getByRole('combobox', { name: 'Tags' })
  return {
    tags,
    field,
    type: (value: string) => fireEvent.input(field, { target: { value } }),
    press: (key: string) => fireEvent.keyDown(field, { key }),
  }
}

test('a comma, Enter and leaving the field each end a tag, in small letters and once', () => {
  const { tags, type, press, field } = renderField()
  type('Mail,')
  type('  tone of voice ')
  press('Enter')
  type('mail,')
  type('hotel')
  fireEvent.blur(field)
  expect(tags()).toEqual(['mail', 'tone of voice', 'hotel'])
})

test('a pasted row becomes several, and Enter in the empty field is the form’s own', () => {
  const { tags, type, press } = renderField(['mail'])
  type('one, two,three , mail')
  expect(tags()).toEqual(['mail', 'one', 'two', 'three'])
  expect(press('Enter')).toBe(true)
  type('four')
  expect(press('Enter')).toBe(false)
})

test('Backspace at the start takes the last away, a button any, and both are told', () => {
  const { tags, press, type } = renderField(['one', 'two', 'three'])
  type('x')
  press('Backspace')
  expect(tags()).toHaveLength(3)
  type('')
  press('Backspace')
  expect(tags()).toEqual(['one', 'two'])
  fireEvent.click(screen.getByRole('button', { name: 'Remove one' }))
  expect(tags()).toEqual(['two'])
  expect(screen.getByRole('status').textContent).toBe('Removed one.')
})

test('known tags are offered as they fit, and the arrow keys take one', () => {
  const { tags, type, press } = renderField(['mail'], ['mail', 'mailing list', 'map'])
  type('MA')
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['mailing list', 'map'])
  press('ArrowDown')
  press('Enter')
  expect(tags()).toEqual(['mail', 'mailing list'])
  expect(screen.queryByRole('option')).toBeNull()
})

test('what is too long or too much stays outside, and it says so', () => {
  const many = Array.from({ length: limits.tags }, (_, at) => `tag ${at}`)
  const { tags, type } = renderField(many.slice(1))
  type(`${'x'.repeat(limits.tag + 1)},`)
  expect(screen.getByRole('status').textContent).toBe(`A tag can have ${limits.tag} characters.`)
  type('a, b,')
  expect(tags()).toEqual([...many.slice(1), 'a'])
  expect(screen.getByRole('status').textContent).toBe(`No more than ${limits.tags} tags fit.`)
})
