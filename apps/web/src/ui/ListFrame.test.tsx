import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal, For } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ListFrame } from './ListFrame.tsx'

afterEach(cleanup)

function renderList() {
  const [items, setItems] = createSignal<readonly string[]>()
  const [failure, setFailure] = createSignal<unknown>(null)
  const [isMore, setIsMore] = createSignal(false)
  const done: string[] = []
  render(() => (
    <ListFrame
      noun="birds"
      items={items()}
      failure={failure()}
      onRetry={() => done.push('again')}
      waiting={<p>Reading the birds</p>}
      empty="No bird so far."
      more={{ has: isMore(), busy: false, onMore: () => done.push('more') }}
    >
      {(known) => (
        <ul>
          <For each={known()}>{(bird) => <li>{bird}</li>}</For>
        </ul>
      )}
    </ListFrame>
  ))
  return { setItems, setFailure, setIsMore, done }
}

test('a list says that it is read, that nothing is there, and how it goes on', () => {
  const { setItems, setIsMore, done } = renderList()
  expect(screen.getByText('Reading the birds')).toBeTruthy()
  setItems([])
  expect(screen.getByText('No bird so far.')).toBeTruthy()
  setItems(['tern'])
  expect(screen.getByRole('listitem').textContent).toBe('tern')
  expect(screen.queryByRole('button')).toBeNull()
  setIsMore(true)
  screen.getByRole('button', { name: 'Show more' }).click()
  expect(done).toEqual(['more'])
})

test('a list that could not be read says so and can be tried again; what was read before goes on standing', () => {
  const { setItems, setFailure, done } = renderList()
  setFailure(new Error('Away'))
  expect(screen.getByRole('alert').textContent).toContain('The birds could not be read.')
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(done).toEqual(['again'])
  setItems(['tern'])
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('listitem').textContent).toBe('tern')
})
