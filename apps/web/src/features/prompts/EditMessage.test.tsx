import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { EditMessage } from './EditMessage.tsx'

afterEach(cleanup)

function renderForm(onSave: (text: string) => Promise<void> = async () => {}) {
  const save = vi.fn<(text: string) => Promise<void>>(onSave)
  const cancel = vi.fn<() => void>()
  render(() => <EditMessage text="Be brief" onSave={save} onCancel={cancel} />)
  return { save, cancel, box: screen.getByRole('textbox', { name: 'Edit the message' }) }
}

test('the text is there with the focus; Ctrl or ⌘ with Enter saves what it says then', () => {
  const { box, save } = renderForm()
  expect(document.activeElement).toBe(box)
  expect(box).toHaveProperty('value', 'Be brief')
  fireEvent.input(box, { target: { value: 'Be very brief' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(save).not.toHaveBeenCalled()
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  expect(save).toHaveBeenCalledExactlyOnceWith('Be very brief')
})

test('Escape leaves it as it was', () => {
  const { box, save, cancel } = renderForm()
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(cancel).toHaveBeenCalledOnce()
  expect(save).not.toHaveBeenCalled()
})

test('nothing is saved where nothing is left, or too much', () => {
  const { box, save } = renderForm()
  for (const value of [' \n', 'a'.repeat(250_001)]) {
    fireEvent.input(box, { target: { value } })
    fireEvent.keyDown(box, { key: 'Enter', metaKey: true })
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
  }
  expect(save).not.toHaveBeenCalled()
})

test('what could not be saved is said, and the text is still there', async () => {
  const { box } = renderForm(() => Promise.reject(new Error('away')))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Not saved.')
  expect(box).toHaveProperty('value', 'Be brief')
})
