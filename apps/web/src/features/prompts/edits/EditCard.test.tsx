import type { HeldReason, PromptEdit } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { EditCard } from './EditCard.tsx'

afterEach(cleanup)

const dismissed: PromptEdit = { id: 'e', section: 'tone', op: 'replace', text: 'Exact.', state: 'dismissed' }

/** A dismissed edit of a section that says something else; what holds it is found out when it is to be applied. */
function renderCard({ edit = dismissed, undoes = 0 } = {}) {
  const [held, setHeld] = createSignal<readonly HeldReason[]>([])
  /** Held for one reason until that is agreed to, then for another as well. */
  const onApply = vi.fn<(despite: readonly HeldReason[]) => void>(
    (despite) => void setHeld(despite.length === 0 ? ['stale'] : despite.length === 1 ? ['stale', 'others'] : []),
  )
  const onDismiss = vi.fn<() => void>()
  const [draft, setDraft] = createSignal('# Tone\n\nWarm.')
  render(() => (
    <EditCard
      edit={edit}
      draft={draft()}
      live={false}
      mayApply
      held={held()}
      undoes={undoes}
      busy={false}
      onApply={onApply}
      onDismiss={onDismiss}
      onUndo={() => undefined}
    />
  ))
  return { onApply, onDismiss, setDraft }
}

test('a dismissed edit that is held shows what would go before it is applied all the same', () => {
  const { onApply } = renderCard()
  const after = screen.getByRole('button', { name: 'Apply after all' })
  after.focus()
  fireEvent.click(after)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Apply all the same' }))
  expect(onApply.mock.calls).toEqual([[[]]])
  expect(screen.getByRole('region', { name: 'In the draft now' }).textContent).toContain('Warm.')
  expect(screen.getByRole('region', { name: 'Proposed' }).textContent).toContain('Exact.')
  fireEvent.click(screen.getByRole('button', { name: 'Apply all the same' }))
  // What comes up then is another decision.
  expect(screen.getByText(/would change other sections/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Apply all the same' }))
  expect(onApply.mock.calls).toEqual([[[]], [['stale']], [['stale', 'others']]])
})

test('the decision has the focus also where the draft comes later than the press', () => {
  const { setDraft } = renderCard()
  setDraft('# Tone\n\nExact.')
  fireEvent.click(screen.getByRole('button', { name: 'Apply after all' }))
  expect(screen.getByText('The draft says this already.')).toBeTruthy()
  setDraft('# Tone\n\nWarm.')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Apply all the same' }))
})

test('what is left dismissed stays so without another word to the server', () => {
  const { onDismiss } = renderCard()
  fireEvent.click(screen.getByRole('button', { name: 'Apply after all' }))
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('region', { name: 'Proposed' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Apply after all' })).toBeTruthy()
  expect(onDismiss).not.toHaveBeenCalled()
})

test('what was applied with others says that it is taken back with them', () => {
  renderCard({ edit: { ...dismissed, state: 'applied' }, undoes: 1 })
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
  cleanup()
  renderCard({ edit: { ...dismissed, state: 'applied' }, undoes: 3 })
  expect(screen.getByRole('button', { name: 'Undo all 3' })).toBeTruthy()
})
