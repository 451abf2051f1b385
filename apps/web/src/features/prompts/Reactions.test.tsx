import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { Reactions, who } from './Reactions.tsx'

afterEach(cleanup)

const reactions = [
  { emoji: '👍', count: 12, names: ['Ada', 'Grace'], mine: true },
  { emoji: '🎉', count: 1, names: ['Grace'], mine: false },
]

test('each emoji says how many and who, and whether oneself; pressed it is joined or taken back', () => {
  const onReact = vi.fn<(emoji: string, on: boolean) => void>()
  render(() => <Reactions reactions={reactions} mayReact onReact={onReact} />)
  const mine = screen.getByRole('button', { name: '👍 12: Ada, Grace, and 10 more', pressed: true })
  const other = screen.getByRole('button', { name: '🎉 1: Grace', pressed: false })
  fireEvent.click(mine)
  fireEvent.click(other)
  expect(onReact.mock.calls).toEqual([
    ['👍', false],
    ['🎉', true],
  ])
})

test('who may only read sees them and presses nothing', () => {
  const onReact = vi.fn<(emoji: string, on: boolean) => void>()
  render(() => <Reactions reactions={reactions} mayReact={false} onReact={onReact} />)
  fireEvent.click(screen.getByRole('button', { name: /^👍/ }))
  expect(onReact).not.toHaveBeenCalled()
})

test('all are named where they are few', () => {
  expect(who({ names: ['Ada'], count: 1 })).toBe('Ada')
  expect(who({ names: ['Ada', 'Grace'], count: 2 })).toBe('Ada and Grace')
})
