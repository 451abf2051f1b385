import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { createSignal } from 'solid-js'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { Toasts } from '../../ui/Toasts.tsx'
import { ApplyDialog } from './ApplyDialog.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Reading = 'reading' | 'failed' | 'read'

/** The dialog with an answer that changes the draft, before a server that answers once it is let. */
function openDialog(first: Reading) {
  const { promise, resolve: answer } = Promise.withResolvers<{ checkpointId: string | null; held: string[] }>()
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const served = router({ drafts: router({ applyPrompt: procedure.mutation(() => promise) }) })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: new Request(new URL(path, 'http://here'), { method, headers: headers ?? {}, body: body ?? null }),
      router: served,
    }),
  )
  const [reading, setReading] = createSignal(first)
  const again = vi.fn<() => void>(() => void setReading('read'))
  const onClose = vi.fn<() => void>()
  render(() => (
    <Toasts>
      <ApplyDialog
        answer={{ promptId: 'p', text: '# Tone\n\nExact.' }}
        draft={'# Tone\n\nWarm.'}
        locks={{
          locked: () => new Set<string>(),
          known: () => reading() === 'read',
          failed: () => reading() === 'failed',
          again,
        }}
        onClose={onClose}
      />
    </Toasts>
  ))
  return { answer, again, onClose }
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

test('nothing can be applied until it is known what is locked; what could not be read can be read again', () => {
  const { again } = openDialog('failed')
  expect(screen.getByText(/could not be read/)).toBeTruthy()
  expect(button('Apply').disabled).toBe(true)
  fireEvent.click(button('Try again'))
  expect(again).toHaveBeenCalledOnce()
  expect(screen.queryByText(/could not be read/)).toBeNull()
  expect(button('Apply').disabled).toBe(false)
})

test('while the locks are being read, that is what it says', () => {
  openDialog('reading')
  expect(screen.getByText('Which sections are locked is still being read.')).toBeTruthy()
  expect(button('Apply').disabled).toBe(true)
})

test('what is on its way is waited for, then the sections that were held are named', async () => {
  const { answer, onClose } = openDialog('read')
  fireEvent.click(button('Apply'))
  expect(button('Cancel').disabled).toBe(true)
  fireEvent.click(button('Close'))
  expect(onClose).not.toHaveBeenCalled()
  answer({ checkpointId: null, held: ['tone'] })
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(screen.getByText('Nothing was applied. “Tone” is locked and keeps what it has.')).toBeTruthy()
})
