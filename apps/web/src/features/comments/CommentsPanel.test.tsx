import type { Comment } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { createSignal, type JSX } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toasts } from '../../ui/Toasts.tsx'
import { CommentsPanel } from './CommentsPanel.tsx'
import { createCommenting, type Commenting } from './createCommenting.ts'
import { commentKeys, createCommentList, type CommentActions } from './queries.ts'

// This environment scrolls nothing.
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}
})
afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

const start: Comment = {
  id: 'start',
  parentId: null,
  author: { id: 'ada', name: 'Ada', colour: '#445566', guest: false },
  body: 'Too short?',
  mentions: [],
  anchor: null,
  createdAt: new Date(0),
  editedAt: null,
  resolved: null,
  abilities: [],
}

/** The panel of a page that Grace has just opened, with a thread of Ada's. */
function openPanel() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const show = (said: Partial<Comment>) => client.setQueryData(commentKeys.list('room'), { items: [{ ...start, ...said }] })
  show({})
  const actions = {
    add: vi.fn<CommentActions['add']>(async () => start),
    edit: vi.fn<CommentActions['edit']>(),
    remove: vi.fn<CommentActions['remove']>(),
    restore: vi.fn<CommentActions['restore']>(),
    resolve: vi.fn<CommentActions['resolve']>(),
    reopen: vi.fn<CommentActions['reopen']>(),
  }
  const [mayComment, setMayComment] = createSignal(true)
  let held: Commenting | undefined
  function Panel(): JSX.Element {
    const list = createCommentList(() => 'room')
    const commenting = createCommenting(
      () => list.data?.items ?? [],
      () => undefined,
      () => ({ personId: 'grace', conversationId: 'room' }),
    )
    held = commenting
    return (
      <CommentsPanel
        commenting={commenting}
        list={list}
        actions={actions}
        meId="grace"
        participants={[]}
        mayComment={mayComment()}
        onReveal={() => {}}
        onLeave={() => {}}
      />
    )
  }
  render(() => (
    <QueryClientProvider client={client}>
      <Toasts>
        <Panel />
      </Toasts>
    </QueryClientProvider>
  ))
  return { actions, show, setMayComment, begin: () => held?.begin(null) }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const replyBox = () => box('Reply to Ada')
const type = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } })

function writeReply(text = 'Three are fine.') {
  press('Reply')
  expect(document.activeElement).toBe(replyBox())
  type(replyBox(), text)
}

test('a reply that was not sent is there again in its box after a reload, and takes the focus from nothing', () => {
  openPanel()
  writeReply()
  cleanup()
  openPanel()
  expect(replyBox().value).toBe('Three are fine.')
  expect(document.activeElement).toBe(document.body)
})

test('where one may comment no more, what was written can be read and copied; it can be sent when one may again', () => {
  const { setMayComment, begin } = openPanel()
  writeReply()
  begin()
  type(box('New comment'), 'And the title?')
  setMayComment(false)
  expect(screen.queryByRole('textbox')).toBeNull()
  for (const [title, text] of [
    ['Your reply was not sent.', 'Three are fine.'],
    ['Your comment was not sent.', 'And the title?'],
  ] as const) {
    const note = screen.getByRole('region', { name: title })
    expect(note.textContent).toContain(text)
    expect(note.textContent).toContain('Copy')
  }
  setMayComment(true)
  expect([replyBox().value, box('New comment').value]).toEqual(['Three are fine.', 'And the title?'])
})

test('a thread that somebody resolves while it is answered stays on the screen with what was written', async () => {
  const { show } = openPanel()
  writeReply()
  show({ resolved: { by: null, at: new Date() } })
  const note = await screen.findByRole('region', { name: 'Your reply was not sent.' })
  expect(note.textContent).toContain('Three are fine.')
  press('Discard')
  expect(screen.queryByRole('article')).toBeNull()
})

test('Escape puts a text away, to be read in its place and gone on with; Cancel discards it', () => {
  const { begin } = openPanel()
  writeReply()
  fireEvent.keyDown(replyBox(), { key: 'Escape' })
  expect(screen.getByText('Three are fine.')).toBeTruthy()
  press('Reply')
  expect(replyBox().value).toBe('Three are fine.')
  press('Cancel')
  begin()
  type(box('New comment'), 'And the title?')
  fireEvent.keyDown(box('New comment'), { key: 'Escape' })
  expect(screen.getByText('And the title?')).toBeTruthy()
  begin()
  press('Cancel')
  expect(sessionStorage).toHaveLength(0)
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull()
})

test('what was sent is kept no more', async () => {
  const { actions } = openPanel()
  writeReply()
  fireEvent.keyDown(replyBox(), { key: 'Enter', ctrlKey: true })
  await vi.waitFor(() => expect(sessionStorage).toHaveLength(0))
  expect(actions.add).toHaveBeenCalledExactlyOnceWith({ body: 'Three are fine.', mentions: [], parentId: 'start' })
  expect(screen.queryByRole('textbox')).toBeNull()
})
