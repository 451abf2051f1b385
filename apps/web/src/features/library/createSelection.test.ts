import { limits } from '@prologue/contracts'
import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createSelection } from './createSelection.ts'

const ids = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`)

test('a range goes from the one picked last to this one, either way', () =>
  createRoot((dispose) => {
    const selection = createSelection(() => ids(9))
    selection.pick('t6', true)
    selection.pick('t3', true, true)
    expect(selection.ids()).toEqual(['t3', 't4', 't5', 't6'])
    selection.pick('t5', false)
    selection.pick('t4', false, true)
    expect(selection.ids()).toEqual(['t3', 't6'])
    selection.clear()
    expect(selection.ids()).toEqual([])
    dispose()
  }))

test('what is shown no more is picked no more, and does not come back picked with the next change', () =>
  createRoot((dispose) => {
    const [shown, setShown] = createSignal(ids(3))
    const selection = createSelection(shown)
    selection.pickAll()
    setShown(['t1'])
    expect(selection.ids()).toEqual(['t1'])
    selection.pick('t1', false)
    setShown(ids(3))
    expect(selection.ids()).toEqual([])
    dispose()
  }))

test('no more are picked than are changed at once', () =>
  createRoot((dispose) => {
    const selection = createSelection(() => ids(limits.templatesAtOnce + 20))
    selection.pickAll()
    expect(selection.ids()).toHaveLength(limits.templatesAtOnce)
    expect(selection.full()).toBe(true)
    dispose()
  }))
