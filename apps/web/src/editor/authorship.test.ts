import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { afterEach, expect, test, vi } from 'vitest'
import { yCollab } from 'y-codemirror.next'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { authorship, showAuthors, type AuthorBook, type Authorship, type Writer } from './authorship.ts'

const views: EditorView[] = []
afterEach(() => views.splice(0).forEach((view) => view.destroy()))

const ada: Writer = { id: 'ada', name: 'Ada', colour: '#b3432b' }
const assistant: Writer = { id: 'assistant', name: 'The assistant', colour: null }

function docOf(clientID: number): Doc {
  return Object.assign(new Doc(), { clientID })
}

/** An editor of client 1 in a text where client 2, the assistant, wrote before. `known` may come to hold others. */
function openEditor(known: Map<number, Writer>) {
  const [doc, other] = [docOf(1), docOf(2)]
  other.getText('draft').insert(0, 'Be kind.')
  applyUpdate(doc, encodeStateAsUpdate(other))
  const text = doc.getText('draft')
  const ask = vi.fn<AuthorBook['ask']>(async () => false)
  const book: AuthorBook = { writer: (client) => known.get(client), when: (_client, clock) => `at ${clock}`, ask }
  const onShown = vi.fn<(shown: Authorship) => void>()
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: text.toJSON(),
      extensions: [yCollab(text, null, { undoManager: false }), authorship(text, { book, onShown })],
    }),
  })
  views.push(view)
  const coloured = () =>
    [...view.dom.querySelectorAll('.cm-author')].map((mark) => `${mark.getAttribute('data-author')}: ${mark.textContent}`)
  const write = (from: Doc, at: number, insert: string) => {
    from.getText('draft').insert(at, insert)
    applyUpdate(doc, encodeStateAsUpdate(from))
  }
  return { view, doc, other, ask, onShown, coloured, write }
}

test('the text is coloured by who wrote it, as it is written, until it is to be plain again', async () => {
  const known = new Map([
    [1, ada],
    [2, assistant],
  ])
  const { view, other, onShown, coloured, write } = openEditor(known)
  expect(coloured()).toEqual([])
  showAuthors(view, true)
  expect(coloured()).toEqual(['The assistant: Be kind.'])
  view.dispatch({ changes: { from: 3, insert: 'very ' }, selection: { anchor: 8 } })
  await vi.waitFor(() => expect(coloured()).toEqual(['The assistant: Be ', 'Ada: very ', 'The assistant: kind.']))
  write(other, 8, ' Always.')
  await vi.waitFor(() => expect(coloured()).toEqual(['The assistant: Be ', 'Ada: very ', 'The assistant: kind. Always.']))
  await vi.waitFor(() =>
    expect(onShown).toHaveBeenLastCalledWith({
      shares: [
        { writer: assistant, length: 16 },
        { writer: ada, length: 5 },
      ],
      atCursor: { writer: ada, when: 'at 4' },
    }),
  )
  showAuthors(view, false)
  expect(coloured()).toEqual([])
})

test('two tabs of one person are one colour; who is not known yet is asked about, and coloured once it is known', async () => {
  const known = new Map([
    [1, ada],
    [2, ada],
  ])
  const { view, ask, coloured, write } = openEditor(known)
  const grace = docOf(3)
  view.dispatch({ changes: { from: 8, insert: ' Always.' } })
  write(grace, 0, 'Grace. ')
  ask.mockImplementationOnce(async () => {
    known.set(3, { id: 'grace', name: 'Grace', colour: '#3563c9' })
    return true
  })
  showAuthors(view, true)
  expect(ask).toHaveBeenCalledWith(expect.arrayContaining([1, 2, 3]))
  await vi.waitFor(() => expect(coloured().toSorted()).toEqual(['Ada: Be kind. Always.', 'Grace: Grace. ']))
})
