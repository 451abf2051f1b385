import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal, For } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus.ts'

afterEach(cleanup)

function renderRows() {
  const [rows, setRows] = createSignal(['one', 'two'])
  render(() => (
    <>
      <ul ref={keepFocus}>
        <For each={rows()}>
          {(row) => (
            <li>
              <button type="button" onClick={() => setRows(rows().filter((other) => other !== row))}>
                {row}
              </button>
            </li>
          )}
        </For>
      </ul>
      <button type="button" onClick={() => setRows([])}>
        clear
      </button>
    </>
  ))
}

test('the area takes the focus of a row that goes', async () => {
  renderRows()
  screen.getByText('one').focus()
  fireEvent.click(screen.getByText('one'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('list')))
})

test('focus elsewhere is left alone', async () => {
  renderRows()
  screen.getByText('clear').focus()
  fireEvent.click(screen.getByText('clear'))
  await waitFor(() => expect(screen.queryAllByRole('listitem')).toEqual([]))
  expect(document.activeElement).toBe(screen.getByText('clear'))
})

test('what is moved within the area keeps the focus', async () => {
  renderRows()
  const button = screen.getByText('two')
  button.focus()
  screen.getByRole('list').prepend(...screen.getAllByRole('listitem').toReversed())
  expect(document.activeElement).toBe(document.body)
  await waitFor(() => expect(document.activeElement).toBe(button))
})
