import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { Import } from './Import.tsx'

afterEach(cleanup)

test('of several files that are dropped none is taken, and the page says so', async () => {
  render(() => (
    <MemoryRouter>
      <Route path="*" component={Import} />
    </MemoryRouter>
  ))
  const files = [new File(['act,prompt'], 'one.csv'), new File(['act,prompt'], 'two.csv')]
  fireEvent.drop(screen.getByText(/or drop it here/), { dataTransfer: { files } })
  expect((await screen.findByRole('alert')).textContent).toContain('These are 2 files')
  expect(screen.queryByText('one.csv')).toBeNull()
})

test('a pasted text with a fault is still there to be mended', async () => {
  render(() => (
    <MemoryRouter>
      <Route path="*" component={Import} />
    </MemoryRouter>
  ))
  fireEvent.input(screen.getByLabelText('Or paste a text'), { target: { value: '{"model": ' } })
  screen.getByRole('button', { name: 'Read the text' }).click()
  await screen.findByRole('alert', {}, { timeout: 15_000 })
  screen.getByRole('button', { name: 'Choose another' }).click()
  expect(screen.getByLabelText('Or paste a text')).toHaveProperty('value', '{"model": ')
}, 20_000)
