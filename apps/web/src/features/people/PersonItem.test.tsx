import type { Participant } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { PersonItem } from './PersonItem.tsx'
import type { PeopleActions } from './queries.ts'
import { RemovedItem } from './RemovedItem.tsx'

afterEach(cleanup)

const grace: Participant = { person: { id: 'grace', name: 'Grace', colour: '#445566', guest: false }, role: 'editor' }

function renderItem(own: Partial<Parameters<typeof PersonItem>[0]>) {
  const actions = {
    invite: vi.fn<PeopleActions['invite']>(async () => ({ status: 'added' })),
    setRole: vi.fn<PeopleActions['setRole']>(async () => {}),
    remove: vi.fn<PeopleActions['remove']>(async () => {}),
    handOver: vi.fn<PeopleActions['handOver']>(async () => {}),
  }
  const onRemoved = vi.fn<(participant: Participant) => void>()
  const onLeave = vi.fn<() => Promise<void>>(async () => {})
  render(() => (
    <ul>
      <PersonItem
        participant={grace}
        present={undefined}
        me={false}
        manages
        actions={actions}
        onDone={() => {}}
        onRemoved={onRemoved}
        onLeave={onLeave}
        {...own}
      />
      <RemovedItem participant={grace} actions={actions} onDone={() => {}} />
    </ul>
  ))
  return { actions, onRemoved, onLeave }
}

function choose(name: string | RegExp) {
  fireEvent.keyDown(screen.getByRole('button', { name: 'Grace: Can write' }), { key: 'Enter' })
  fireEvent.keyDown(screen.getByRole('menuitem', { name }), { key: 'Enter' })
}

test('to hand a conversation over, it is said what that does, and it can be thought better of', async () => {
  const { actions } = renderItem({})
  choose(/Make them the owner/)
  expect(screen.getByText(/Grace will decide who is here/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(actions.handOver).not.toHaveBeenCalled()
  choose(/Make them the owner/)
  fireEvent.click(screen.getByRole('button', { name: 'Make Grace the owner' }))
  await vi.waitFor(() => expect(actions.handOver).toHaveBeenCalledExactlyOnceWith('grace'))
})

test('who has an account is removed at once, and invited again with the role they had', async () => {
  const { actions, onRemoved } = renderItem({})
  choose('Remove')
  await vi.waitFor(() => expect(onRemoved).toHaveBeenCalledExactlyOnceWith(grace))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await vi.waitFor(() => expect(actions.invite).toHaveBeenCalledExactlyOnceWith({ userId: 'grace' }, 'editor'))
})

test('a guest, whom nobody can bring back, is removed after a word; a conversation is not handed to one', async () => {
  const { actions } = renderItem({ participant: { ...grace, person: { ...grace.person, guest: true } } })
  choose('Remove…')
  expect(actions.remove).not.toHaveBeenCalled()
  expect(screen.queryByRole('menuitem', { name: /owner/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Remove Grace' }))
  await vi.waitFor(() => expect(actions.remove).toHaveBeenCalledOnce())
})

test('who does not decide about others may leave, after a word', async () => {
  const { onLeave } = renderItem({ manages: false, me: true })
  expect(screen.queryByRole('button', { name: 'Grace: Can write' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Leave' }))
  fireEvent.click(screen.getByRole('button', { name: 'Leave the conversation' }))
  await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce())
})
