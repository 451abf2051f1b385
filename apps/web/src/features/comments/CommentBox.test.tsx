import { limits, mentionToken, type Participant } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CommentBox } from './CommentBox.tsx'

afterEach(cleanup)

const participant = (digit: string, name: string): Participant => ({
  person: { id: `${digit.repeat(8)}-0000-4000-8000-000000000000`, name, colour: '#445566', guest: false },
  role: 'editor',
})
const [ada, grace] = [participant('1', 'Ada'), participant('2', 'Grace Hopper')]

function renderBox(participants: readonly Participant[] = [ada, grace]) {
  const onSend = vi.fn<(said: { body: string; mentions: string[] }) => Promise<void>>(async () => {})
  const onCancel = vi.fn<() => void>()
  render(() => (
    <CommentBox label="New comment" send="Comment" text="" participants={participants} onSend={onSend} onCancel={onCancel} />
  ))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New comment' })
  const type = (text: string) => fireEvent.input(field, { target: { value: text } })
  const press = (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more })
  return { field, type, press, onSend, onCancel }
}

test('an @ offers who takes part; arrows choose, Enter takes the name, and it is sent as a mention', () => {
  const { field, type, press, onSend } = renderBox()
  type('Look, @')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['AdaCan write', 'Grace HopperCan write'])
  press('ArrowDown')
  expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Grace')
  press('Enter')
  expect(field.value).toBe('Look, @Grace Hopper ')
  expect(screen.queryByRole('listbox')).toBeNull()
  press('Enter', { ctrlKey: true })
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ body: `Look, ${mentionToken(grace.person.id)}`, mentions: [grace.person.id] })
})

test('a guest is told from somebody with an account of the same name', () => {
  const guest: Participant = { ...grace, person: { ...grace.person, name: 'Ada', guest: true } }
  renderBox([ada, guest]).type('@A')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['AdaCan write', 'AdaguestCan write'])
})

test('Escape closes the names first and gives the comment up next', () => {
  const { type, press, onCancel } = renderBox()
  type('@Gr')
  press('Escape')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(onCancel).not.toHaveBeenCalled()
  type('@Gra')
  expect(screen.queryByRole('listbox')).toBeNull()
  press('Escape')
  expect(onCancel).toHaveBeenCalledOnce()
})

test('what is empty or too long is not sent', () => {
  const { type, press, onSend } = renderBox()
  type('  ')
  press('Enter', { ctrlKey: true })
  type('x'.repeat(limits.comment + 1))
  press('Enter', { ctrlKey: true })
  expect(screen.getByText(/^2,001 of 2,000 characters/)).toBeTruthy()
  expect(onSend).not.toHaveBeenCalled()
})

test('what could not be sent stays with the reason', async () => {
  const { field, type, press, onSend } = renderBox()
  onSend.mockRejectedValueOnce(new Error('gone'))
  type('Hello')
  press('Enter', { ctrlKey: true })
  expect((await screen.findByRole('alert')).textContent).toContain('Not sent.')
  expect(field.value).toBe('Hello')
})
