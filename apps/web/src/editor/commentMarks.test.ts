import { EditorState } from '@codemirror/state'
import { EditorView, runScopeHandlers } from '@codemirror/view'
import { afterEach, expect, test, vi } from 'vitest'
import { commentMarks, showMarks } from './commentMarks.ts'

const views: EditorView[] = []
afterEach(() => views.splice(0).forEach((view) => view.destroy()))

function openEditor(doc: string) {
  const [onOpen, onComment] = [vi.fn<(id: string) => void>(), vi.fn<() => void>()]
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc, extensions: commentMarks({ onOpen, onComment }) }),
  })
  views.push(view)
  const marked = () =>
    [...view.dom.querySelectorAll('.cm-comment')].map((mark) => `${mark.getAttribute('data-comment')}: ${mark.textContent}`)
  return { view, onOpen, onComment, marked }
}

const press = (view: EditorView) =>
  runScopeHandlers(
    view,
    new KeyboardEvent('keydown', { key: 'm', code: 'KeyM', keyCode: 77, ctrlKey: true, altKey: true }),
    'editor',
  )

test('marks move with what is written, and take in nothing that is written at their edges', () => {
  const { view, marked } = openEditor('Be kind. Be brief.')
  showMarks(view, { marks: [{ id: 'a', from: 9, to: 18 }], activeId: null })
  view.dispatch({ changes: { from: 0, insert: 'Now: ' } })
  view.dispatch({ changes: { from: 14, insert: '[' } })
  view.dispatch({ changes: { from: 24, insert: ']' } })
  expect(view.state.doc.toString()).toBe('Now: Be kind. [Be brief.]')
  expect(marked()).toEqual(['a: Be brief.'])
  view.dispatch({ changes: { from: 13, to: 25 } })
  expect(marked()).toEqual([])
})

test('the one that is read looks different, and what lies outside the text is left out', () => {
  const { view, marked } = openEditor('Be kind.')
  showMarks(view, {
    marks: [
      { id: 'a', from: 0, to: 2 },
      { id: 'b', from: 3, to: 7 },
      { id: 'c', from: 5, to: 99 },
    ],
    activeId: 'b',
  })
  expect(marked()).toEqual(['a: Be', 'b: kind'])
  expect(view.dom.querySelector('[data-active]')?.textContent).toBe('kind')
})

test('a click on a mark opens its thread, and the keys do in it; elsewhere they begin a comment', () => {
  const { view, onOpen, onComment } = openEditor('Be kind.')
  showMarks(view, { marks: [{ id: 'a', from: 3, to: 7 }], activeId: null })
  view.dom.querySelector('.cm-comment')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('a')
  view.dispatch({ selection: { anchor: 4 } })
  expect(press(view)).toBe(true)
  expect(onOpen).toHaveBeenCalledTimes(2)
  view.dispatch({ selection: { anchor: 3, head: 7 } })
  press(view)
  expect(onComment).toHaveBeenCalledOnce()
})
