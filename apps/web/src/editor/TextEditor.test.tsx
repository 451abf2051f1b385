import { EditorView, runScopeHandlers } from '@codemirror/view'
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import TextEditor, { type TextHandle } from './TextEditor.tsx'

afterEach(cleanup)

function openEditor(text: string) {
  const [canWrite, setCanWrite] = createSignal(true)
  const [findings, setFindings] = createSignal([
    { from: 3, to: 7, severity: 'error' as const, words: 'Vague', why: 'It matters.' },
  ])
  const told: string[] = []
  let handle: TextHandle | undefined
  const { container } = render(() => (
    <TextEditor
      label="Text"
      placeholder="Write here."
      text={text}
      canWrite={canWrite()}
      findings={findings()}
      onText={(now) => told.push(now)}
      onReady={(ready) => (handle = ready)}
    />
  ))
  const content = container.querySelector('.cm-content')
  const view = content instanceof HTMLElement ? EditorView.findFromDOM(content) : null
  if (!view || !handle) throw new Error('The editor is not there')
  const press = (key: string) => {
    const keyCode = key.toUpperCase().charCodeAt(0)
    runScopeHandlers(view, new KeyboardEvent('keydown', { key, keyCode, ctrlKey: true }), 'editor')
  }
  const marked = () => [...container.querySelectorAll('.cm-finding-error')].map((mark) => mark.textContent)
  return { view, handle, told, press, setCanWrite, setFindings, marked }
}

test('a change of several places is one step back; what came from elsewhere is none', () => {
  const { view, handle, told, press } = openEditor('Be kind to all.')
  handle.change([
    { index: 0, remove: 2, insert: 'Stay' },
    { index: 11, remove: 3, insert: 'everybody' },
  ])
  expect(told.at(-1)).toBe('Stay kind to everybody.')
  handle.change([{ index: 23, remove: 0, insert: ' Always.' }], { silent: true })
  press('z')
  expect(view.state.doc.toString()).toBe('Be kind to all. Always.')
  press('z')
  expect(view.state.doc.toString()).toBe('Be kind to all. Always.')
  press('y')
  expect(told.at(-1)).toBe('Stay kind to everybody. Always.')
})

test('what was found stays on its words while one writes before them', () => {
  const { handle, marked, setFindings } = openEditor('Be kind to all.')
  expect(marked()).toEqual(['kind'])
  handle.change([{ index: 0, remove: 0, insert: 'Please. ' }])
  expect(marked()).toEqual(['kind'])
  setFindings([])
  expect(marked()).toEqual([])
})

test('a place beyond the end is its end', () => {
  const { view, handle } = openEditor('Be kind.')
  handle.select({ start: 3, end: 400 })
  expect(view.state.selection.main).toMatchObject({ from: 3, to: 8 })
})

test('who may no longer write takes nothing back', async () => {
  const { view, handle, press, setCanWrite } = openEditor('Be kind.')
  handle.change([{ index: 8, remove: 0, insert: ' And brief.' }])
  setCanWrite(false)
  await Promise.resolve()
  press('z')
  expect(view.state.doc.toString()).toBe('Be kind. And brief.')
})
