import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { Toasts, useToasts } from './Toasts.tsx'

afterEach(cleanup)

function Speaker(props: { undo: () => void }) {
  const say = useToasts()
  return (
    <>
      <button type="button" onClick={() => say('Archived.', { action: { label: 'Undo', run: props.undo } })}>
        archive
      </button>
      <button type="button" onClick={() => say('Copied.')}>
        copy
      </button>
    </>
  )
}

test('taking back runs once and ends the notice', () => {
  const undo = vi.fn<() => void>()
  render(() => (
    <Toasts>
      <Speaker undo={undo} />
    </Toasts>
  ))
  fireEvent.click(screen.getByText('archive'))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Archived.')).toBeNull()
})

test('only the last act can be taken back; plain words stay beside it', () => {
  render(() => (
    <Toasts>
      <Speaker undo={() => {}} />
    </Toasts>
  ))
  fireEvent.click(screen.getByText('copy'))
  fireEvent.click(screen.getByText('archive'))
  fireEvent.click(screen.getByText('archive'))
  expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1)
  expect(screen.getByText('Copied.')).toBeTruthy()
})

test('outside its provider it says so', () => {
  expect(() => render(() => <Speaker undo={() => {}} />)).toThrow('outside Toasts')
})
