import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal, For } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { keepFocus } from '../../ui/keepFocus.ts'
import { keepRowFocus } from './rowFocus.ts'

afterEach(cleanup)

function begin(id: string) {
  screen.getByText(`menu of ${id}`).focus()
  keepRowFocus(screen.getByTestId('area'), id)
}

function renderRows() {
  const [rows, setRows] = createSignal(['one', 'two', 'three'])
  render(() => (
    <section ref={keepFocus}>
      <div data-testid="area" ref={keepFocus}>
        <For each={rows()}>
          {(row) => (
            <p data-conversation={row}>
              <a href={`#${row}`}>{row}</a>
              <button type="button">menu of {row}</button>
            </p>
          )}
        </For>
      </div>
    </section>
  ))
  const act = (id: string, next: string[]) => {
    begin(id)
    setRows([])
    setRows(next)
  }
  return { act, show: setRows, focused: () => document.activeElement?.textContent }
}

test('the focus goes with a row that moves', async () => {
  const { act, focused } = renderRows()
  act('two', ['two', 'one', 'three'])
  await waitFor(() => expect(focused()).toBe('two'))
})

test('it falls to the row that takes the place of one that goes, and from the last to the one before', async () => {
  const { act, focused } = renderRows()
  act('two', ['one', 'three'])
  await waitFor(() => expect(focused()).toBe('three'))
  act('three', ['one'])
  await waitFor(() => expect(focused()).toBe('one'))
})

test('where no row is left, the list itself has it', async () => {
  const { act } = renderRows()
  act('one', [])
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('area')))
})

test('who has gone elsewhere meanwhile is left there', async () => {
  const { act, focused } = renderRows()
  const elsewhere = document.body.appendChild(document.createElement('button'))
  elsewhere.textContent = 'elsewhere'
  act('two', ['one', 'three'])
  elsewhere.focus()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(focused()).toBe('elsewhere')
  elsewhere.remove()
})

test('it waits for what takes its time, and for no more once a key is pressed', async () => {
  const { show, focused } = renderRows()
  begin('two')
  await new Promise((resolve) => setTimeout(resolve, 1000))
  show(['one', 'three'])
  await waitFor(() => expect(focused()).toBe('three'))
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  show([])
  show(['one'])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(document.activeElement?.contains(screen.getByTestId('area'))).toBe(true)
})
