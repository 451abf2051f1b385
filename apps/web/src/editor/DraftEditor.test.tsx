import { EditorView, runScopeHandlers } from '@codemirror/view'
import { createDraftClient } from '@prologue/collab/client'
import { cleanup, render } from '@solidjs/testing-library'
import { io } from 'socket.io-client'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import DraftEditor, { type EditorHandle } from './DraftEditor.tsx'
import type { FindingMark } from './findings/findingMarks.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  cleanup()
  for (const close of closing.splice(0)) await close()
})

function openEditor() {
  const socket = io('http://127.0.0.1', { autoConnect: false })
  const client = createDraftClient({ socket, draftId: 'draft', epoch: 1, personId: 'ada', persistence: false })
  closing.push(() => client.destroy())
  const [canWrite, setCanWrite] = createSignal(true)
  const [findings, setFindings] = createSignal<readonly FindingMark[]>([])
  let handle: EditorHandle | undefined
  const { container } = render(() => (
    <DraftEditor
      client={client}
      canWrite={canWrite()}
      comments={{ marks: [], activeId: null, onOpen() {}, onComment() {} }}
      authors={{
        book: { writer: () => undefined, when: () => '', ask: async () => false },
        coloured: false,
        onShown() {},
      }}
      following={{ personId: null, onEnd() {} }}
      findings={findings()}
      locks={{ marksIn: () => [], canLock: false, onToggle() {} }}
      reasonAt={(words, at) => (at < 8 ? { from: 0, to: Math.min(8, words.length), words: 'From your words.' } : null)}
      noReason="Nothing is known."
      onReady={(ready) => (handle = ready)}
    />
  ))
  const content = container.querySelector('.cm-content')
  const view = content instanceof HTMLElement ? EditorView.findFromDOM(content) : null
  if (!view) throw new Error('The editor is not there')
  const press = (key: string) => {
    const keyCode = key.toUpperCase().charCodeAt(0)
    runScopeHandlers(view, new KeyboardEvent('keydown', { key, keyCode, ctrlKey: true }), 'editor')
  }
  /** The editor hears of it after the edit that is under way. */
  const allow = async (allowed: boolean) => {
    setCanWrite(allowed)
    await Promise.resolve()
  }
  return { view, text: client.text, press, allow, setFindings, handle: () => handle }
}

test('who may only read takes nothing back and repeats nothing, until they may write again', async () => {
  const { view, text, press, allow } = openEditor()
  view.dispatch({ changes: { from: 0, insert: 'Be kind.' } })
  expect(text.toJSON()).toBe('Be kind.')
  await allow(false)
  press('z')
  expect(text.toJSON()).toBe('Be kind.')
  await allow(true)
  press('z')
  expect(text.toJSON()).toBe('')
  await allow(false)
  press('y')
  expect(text.toJSON()).toBe('')
  await allow(true)
  press('y')
  expect(text.toJSON()).toBe('Be kind.')
})

test('what is found is underlined where it stands, and moves with what others write', () => {
  const { view, text, setFindings } = openEditor()
  text.insert(0, 'Go on, etc.')
  setFindings([{ from: 7, to: 11, severity: 'info', words: 'Say what is meant.', why: 'Each run differs.' }])
  const marked = () => [...view.contentDOM.querySelectorAll('.cm-finding-info')].map(({ textContent }) => textContent)
  expect(marked()).toEqual(['etc.'])
  text.insert(0, 'Then: ')
  expect(marked()).toEqual(['etc.'])
  setFindings([{ from: 7, to: 99, severity: 'info', words: 'Beyond the end', why: '' }])
  expect(marked()).toEqual([])
})

test('a change is one step of one’s own, apart from what was typed before and after it', () => {
  const { view, text, press, handle } = openEditor()
  view.dispatch({ changes: { from: 0, insert: 'Be NICE' } })
  handle()?.change([{ index: 4, remove: 3, insert: 'ice' }])
  view.dispatch({ changes: { from: 7, insert: '.' } })
  expect(text.toJSON()).toBe('Be Nice.')
  press('z')
  expect(text.toJSON()).toBe('Be Nice')
  press('z')
  expect(text.toJSON()).toBe('Be NICE')
})

test('asked why, it tells the reason at the cursor, or that there is none; asked again, it is closed', () => {
  const { view, handle } = openEditor()
  const told = () => view.dom.querySelector('.cm-why')?.textContent
  view.dispatch({ changes: { from: 0, insert: 'Be kind. And brief.' } })
  handle()?.askWhy()
  expect(told()).toBe('From your words.')
  handle()?.askWhy()
  expect(told()).toBeUndefined()
  view.dispatch({ selection: { anchor: 12 } })
  handle()?.askWhy()
  expect(told()).toBe('Nothing is known.')
})
