import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { EmptyShelf } from './EmptyShelf.tsx'

afterEach(cleanup)

test('where all is archived, the empty list leads there', () => {
  const onShow = vi.fn<(shelf: 'active' | 'archived') => void>()
  render(() => <EmptyShelf archived={false} onShow={onShow} />)
  expect(screen.getByText(/^No active conversation\./)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show archived' }))
  expect(onShow).toHaveBeenCalledExactlyOnceWith('archived')
})
