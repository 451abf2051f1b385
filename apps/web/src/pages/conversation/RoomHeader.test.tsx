import { conversationAbilities, type Account, type Conversation } from '@prologue/contracts'
import { Route, Router } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notificationKeys } from '../../features/notifications/queries.ts'
import { meKey, SessionProvider } from '../../identity/session.tsx'
import { Toasts } from '../../ui/Toasts.tsx'
import { RoomHeader } from './RoomHeader.tsx'

beforeEach(() => {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} })
})
afterEach(cleanup)

const account: Account = { id: 'a', name: 'Ada', email: 'ada@example.com', role: 'user', abilities: ['conversation:create'] }
const conversation: Conversation = {
  id: '00000000-0000-4000-8000-000000000000',
  title: 'A tutor of algebra',
  status: 'active',
  role: 'owner',
  lastActivityAt: new Date(),
  abilities: [...conversationAbilities.owner],
  unread: 0,
  pinned: false,
  participants: [],
  draft: { id: '00000000-0000-4000-8000-000000000001', epoch: 1 },
  totals: { tokensIn: 0, tokensOut: 0, costMicroUsd: 0, costUnknown: 0 },
}

const offered = () => ['A tutor of algebra', 'Menu of A tutor of algebra'].map((name) => screen.queryByRole('button', { name }))

test('once it has ended, the title only stands there and the menu is gone', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queryClient.setQueryData(meKey, { account, canSetUp: false, mail: false })
  queryClient.setQueryData(notificationKeys.unread, { count: 0 })
  const [ended, setEnded] = createSignal(false)
  const header = () => (
    <RoomHeader
      conversation={conversation}
      people={[]}
      meId={account.id}
      online
      listInDrawer={false}
      onOpenList={() => {}}
      whereabouts={new Map()}
      following={{ id: null, follow() {} }}
      ended={ended()}
      onPeople={undefined}
      onLeave={() => Promise.resolve()}
    />
  )
  render(() => (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <SessionProvider>
          <Router>
            <Route path="*" component={header} />
          </Router>
        </SessionProvider>
      </Toasts>
    </QueryClientProvider>
  ))
  await screen.findByRole('button', { name: 'A tutor of algebra' })
  expect(offered()).not.toContain(null)
  setEnded(true)
  expect(offered()).toEqual([null, null])
  expect(screen.getByRole('heading', { name: 'A tutor of algebra' })).toBeTruthy()
  setEnded(false)
  expect(offered()).not.toContain(null)
})
