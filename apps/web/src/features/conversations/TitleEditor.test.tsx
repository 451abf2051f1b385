import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Toasts } from '../../ui/Toasts.tsx'
import { TitleEditor } from './TitleEditor.tsx'

afterEach(cleanup)

/** Opens the title for editing; `arrive` is the conversation loaded again, be its title another or the same. */
function editTitle() {
  const [conversation, arrive] = createSignal({ title: 'A tutor of algebra' })
  render(() => (
    <QueryClientProvider client={new QueryClient()}>
      <Toasts>
        <TitleEditor id="one" title={conversation().title} editable />
      </Toasts>
    </QueryClientProvider>
  ))
  fireEvent.click(screen.getByRole('button', { name: 'A tutor of algebra' }))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' })
  field.focus()
  return { arrive, field }
}

test('what is typed stays while the conversation is loaded again', () => {
  const { arrive, field } = editTitle()
  fireEvent.input(field, { target: { value: 'Algebra for all' } })
  arrive({ title: 'A tutor of algebra' })
  expect(field.value).toBe('Algebra for all')
  arrive({ title: 'What somebody else called it' })
  expect(field.value).toBe('Algebra for all')
})

test('who has typed nothing keeps the title that somebody else gave meanwhile', () => {
  const { arrive, field } = editTitle()
  arrive({ title: 'What somebody else called it' })
  expect(field.value).toBe('What somebody else called it')
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'What somebody else called it' }))
})

test('Escape leaves the title as it was, and the next edit begins from it', () => {
  const { field } = editTitle()
  fireEvent.input(field, { target: { value: 'Algebra for all' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  const title = screen.getByRole('button', { name: 'A tutor of algebra' })
  expect(document.activeElement).toBe(title)
  fireEvent.click(title)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('A tutor of algebra')
})
