import { createDraftClient, type DraftStatus } from '@prologue/collab/client'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { io } from 'socket.io-client'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { Toasts } from '../../ui/Toasts.tsx'
import type { LiveDraft } from './createLiveDraft.ts'
import { DraftPanel } from './DraftPanel.tsx'

const closing: (() => unknown)[] = []
afterEach(async () => {
  cleanup()
  for (const close of closing.splice(0)) await close()
})

function renderPanel(status: DraftStatus, readerNote?: string) {
  const socket = io('http://127.0.0.1', { autoConnect: false })
  const client = createDraftClient({ socket, draftId: 'draft', epoch: 1, personId: 'ada', persistence: false })
  closing.push(() => client.destroy())
  const reopen = vi.fn<LiveDraft['reopen']>(async () => {})
  const [now, setStatus] = createSignal(status)
  const draft: LiveDraft = { client, status: now, text: () => 'Be kind.', reopen }
  render(() => (
    <Toasts>
      <DraftPanel draft={draft} title="A shop" ended={false} readerNote={readerNote} editor={() => 'Be kind.'} />
    </Toasts>
  ))
  return { reopen, setStatus }
}

const reading: DraftStatus = { state: 'saved', unsent: 0, canWrite: false, role: 'viewer', closedBecause: null, closedWords: '' }

test('edits that may not be sent can be copied or discarded, until they may be sent again', () => {
  const { reopen, setStatus } = renderPanel({ ...reading, state: 'unsendable', unsent: 1 })
  expect(screen.getByRole('alert').textContent).toContain('1 edit kept here, not sent: you may only read now.')
  expect(screen.queryByText('Saved')).toBeNull()
  expect(screen.getByRole('button', { name: 'Copy the text' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Discard and open again' }))
  expect(reopen).toHaveBeenCalledWith({ discard: true })
  setStatus({ ...reading, state: 'saving', unsent: 1, canWrite: true, role: 'editor' })
  expect(screen.queryByRole('alert')).toBeNull()
})

test('who may only read is told what the conversation says of it', () => {
  renderPanel(reading, 'This conversation is archived; bring it back to write.')
  expect(screen.getByText('This conversation is archived; bring it back to write.')).toBeTruthy()
})
