import { conversationAbilities, limits, type Account, type ConversationSummary } from '@prologue/contracts'
import { Route, Router } from '@solidjs/router'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { meKey, SessionProvider } from '../../identity/session.tsx'
import { Toasts } from '../../ui/Toasts.tsx'
import { ConversationRow } from './ConversationRow.tsx'

afterEach(cleanup)

const conversation: ConversationSummary = {
  id: '00000000-0000-4000-8000-000000000000',
  title: 'A tutor of algebra',
  status: 'active',
  role: 'owner',
  lastActivityAt: new Date(),
  abilities: [...conversationAbilities.owner],
  unread: 0,
  pinned: false,
}
const ada: Pick<Account, 'name' | 'role' | 'abilities'> = { name: 'Ada', role: 'user', abilities: ['conversation:create'] }

function renderRow(said: Partial<ConversationSummary> = {}, account = ada) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queryClient.setQueryData(meKey, { account, canSetUp: false, mail: false })
  const row = () => (
    <ul>
      <ConversationRow conversation={{ ...conversation, ...said }} />
    </ul>
  )
  render(() => (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <SessionProvider>
          <Router>
            <Route path="*" component={row} />
          </Router>
        </SessionProvider>
      </Toasts>
    </QueryClientProvider>
  ))
}

async function openMenu(): Promise<string[]> {
  const button = await screen.findByRole('button', { name: 'Menu of A tutor of algebra' })
  fireEvent.keyDown(button, { key: 'Enter' })
  return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
}

test('unread messages are counted in words too, and no further than is of use', async () => {
  renderRow({ unread: limits.unread })
  expect((await screen.findByRole('link')).textContent).toContain('99+ unread')
  cleanup()
  renderRow()
  expect((await screen.findByRole('link')).textContent).not.toContain('unread')
})

test('an owner finds every act in the menu, and nothing that is done already', async () => {
  renderRow({ unread: 1 })
  expect(await openMenu()).toEqual(['Pin', 'Mark as read', 'Duplicate', 'Activity', 'Pause', 'Complete', 'Archive', 'Delete'])
})

test('what is paused and pinned can be made active and unpinned', async () => {
  renderRow({ status: 'paused', pinned: true })
  expect(await openMenu()).toEqual(['Unpin', 'Duplicate', 'Activity', 'Make active', 'Complete', 'Archive', 'Delete'])
})

test('a reader pins and copies, and decides nothing for others', async () => {
  renderRow({ role: 'viewer', abilities: [...conversationAbilities.viewer] })
  expect(await openMenu()).toEqual(['Pin', 'Duplicate'])
})

test('guests have no menu: they have no list', async () => {
  renderRow({}, { name: 'A guest', role: 'guest', abilities: [] })
  await screen.findByRole('link')
  expect(screen.queryByRole('button')).toBeNull()
})
