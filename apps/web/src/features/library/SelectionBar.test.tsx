import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createSelection } from './createSelection.ts'
import { SelectionBar } from './SelectionBar.tsx'

afterEach(cleanup)

const never = () => Promise.reject(new Error('Nothing is done here.'))
const acts = { tag: never, remove: never, restore: never }

test('what takes the picked ones away stays what it is while the list is read again, and knows which are picked', () => {
  const [shown, setShown] = createSignal<readonly string[]>(['a', 'b'])
  let made = 0
  const screen = render(() => {
    const selection = createSelection(shown)
    selection.pickAll()
    return (
      <SelectionBar
        scope="mine"
        selection={selection}
        acts={acts}
        knownTags={[]}
        exporting={(ids) => {
          made++
          return <output>{ids().join()}</output>
        }}
      />
    )
  })
  const before = screen.container.querySelector('output')
  expect(before?.textContent).toBe('a,b')
  setShown(['b', 'a'])
  expect(before?.textContent).toBe('b,a')
  expect(screen.container.contains(before)).toBe(true)
  expect(made).toBe(1)
})
