import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { Dialog } from './Dialog.tsx'

afterEach(cleanup)

test('what is to have the focus once a dialog is closed keeps it, and else it is where it was', async () => {
  const [isOpen, setOpen] = createSignal(false)
  const [onClosed, setOnClosed] = createSignal<() => void>()
  render(() => (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Publish
      </button>
      <input aria-label="Text" />
      <Dialog open={isOpen()} onOpenChange={setOpen} onClosed={() => onClosed()?.()} title="Publish version 1">
        <button type="button" onClick={() => setOpen(false)}>
          Line 3
        </button>
      </Dialog>
    </>
  ))
  const opener = screen.getByText('Publish')
  const goThrough = async () => {
    opener.focus()
    fireEvent.click(opener)
    fireEvent.click(await screen.findByText('Line 3'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  await goThrough()
  await waitFor(() => expect(document.activeElement).toBe(opener))
  const text = screen.getByLabelText('Text')
  setOnClosed(() => () => text.focus())
  await goThrough()
  await waitFor(() => expect(document.activeElement).toBe(text))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(document.activeElement).toBe(text)
})
