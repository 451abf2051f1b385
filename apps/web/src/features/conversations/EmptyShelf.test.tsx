import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { EmptyShelf } from './EmptyShelf.tsx'
import type { ListFilter } from './queries.ts'

afterEach(cleanup)

function renderShelf(filter: Partial<ListFilter>) {
  const onFilter = vi.fn<(change: Partial<ListFilter>) => void>()
  render(() => <EmptyShelf filter={{ status: 'active', role: undefined, search: '', ...filter }} onFilter={onFilter} />)
  return onFilter
}

test('an empty list of active conversations says what will stand there', () => {
  renderShelf({})
  expect(screen.getByText(/^No active conversation\./)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test.each(['paused', 'completed', 'archived'] as const)(
  'where nothing is %s, the empty list leads to the active ones',
  (status) => {
    const onFilter = renderShelf({ status })
    expect(screen.getByText(new RegExp(`^Nothing is ${status}`))).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show active' }))
    expect(onFilter).toHaveBeenCalledExactlyOnceWith({ status: 'active' })
  },
)

test('where nobody shares anything, the empty list leads to those of all owners', () => {
  const onFilter = renderShelf({ role: 'shared' })
  expect(screen.getByText('No active conversation is shared with you.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show all owners' }))
  expect(onFilter).toHaveBeenCalledExactlyOnceWith({ role: undefined })
})

test('a search that finds nothing says what was looked for, and where', () => {
  renderShelf({ status: 'paused', search: 'bicycle' })
  expect(screen.getByText('No paused conversation here is called “bicycle”.')).toBeTruthy()
})
