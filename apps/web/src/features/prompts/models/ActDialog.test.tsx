import type { ModelList } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { ActDialog } from './ActDialog.tsx'

afterEach(cleanup)

type Reading = 'reading' | 'failed' | 'empty' | 'read'

/** The dialog of somebody who wants the draft improved. */
function openDialog(first: Reading) {
  const [reading, setReading] = createSignal(first)
  const empty: ModelList = { items: [], spentToday: 0, dailyBudget: null }
  const onGo = vi.fn<(act: string) => void>()
  render(() => (
    <ActDialog
      act="improve"
      models={{
        list: () => (reading() === 'empty' || reading() === 'read' ? empty : undefined),
        failed: () => reading() === 'failed',
        again: () => void setReading('reading'),
        able: () => (reading() === 'read' ? { providerId: 'a', model: 'large' } : undefined),
        mayConnect: () => false,
      }}
      onLanguage={() => undefined}
      onGo={onGo}
      onClose={() => undefined}
    />
  ))
  return { setReading, onGo }
}

test('that no model is connected is said only where that is known', () => {
  const { setReading } = openDialog('failed')
  expect(screen.getByRole('alert').textContent).toBe('The models could not be read.')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByRole('status').textContent).toBe('Which models there are is still being read.')
  expect(screen.queryByText(/No model is connected/)).toBeNull()
  setReading('empty')
  expect(screen.getByText(/No model is connected/)).toBeTruthy()
})

test('what waited for the models can go on once they are read', () => {
  const { setReading, onGo } = openDialog('reading')
  setReading('read')
  fireEvent.click(screen.getByRole('button', { name: 'Improve' }))
  expect(onGo.mock.calls).toEqual([['improve']])
})
