import type { TemplateReport } from '@prologue/contracts'
import { Route, MemoryRouter } from '@solidjs/router'
import { cleanup, render } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { afterEach, expect, test } from 'vitest'
import { makeQueryClient } from '../../queryClient.ts'
import { ReportRow } from './ReportRow.tsx'

afterEach(cleanup)

const grace = { id: 'g', name: 'Grace', colour: '#445566', guest: false }
const report: TemplateReport = {
  id: 'r',
  template: { id: 't', slug: 'a-shop', title: 'A shop', visibility: 'public', owner: null },
  version: { number: 1, isCurrent: true },
  review: null,
  reporter: grace,
  reason: 'spam',
  details: 'It sells something.',
  status: 'open',
  decidedBy: null,
  decidedAt: null,
  createdAt: new Date(0),
}

function renderRow(shown: TemplateReport) {
  const done: string[] = []
  const row = () => (
    <ReportRow
      report={shown}
      busy={false}
      onUphold={() => done.push('upheld')}
      onDismiss={() => done.push('dismissed')}
      onReopen={() => done.push('reopened')}
    />
  )
  const screen = render(() => (
    <QueryClientProvider client={makeQueryClient()}>
      <MemoryRouter>
        <Route path="*" component={row} />
      </MemoryRouter>
    </QueryClientProvider>
  ))
  return { done, screen, press: (name: string) => screen.getByRole('button', { name }).click() }
}

test('a template is made private by the second press, which the button asks for; a dismissal by the first', () => {
  const { done, press } = renderRow(report)
  press('Make “A shop” private')
  expect(done).toEqual([])
  press('Really make “A shop” private')
  press('Dismiss the report of “A shop”')
  expect(done).toEqual(['upheld', 'dismissed'])
})

test('what was decided says by whom and can be opened again', () => {
  const decided = { decidedBy: grace, decidedAt: new Date(0) }
  const dismissed = renderRow({ ...report, ...decided, status: 'dismissed' })
  expect(dismissed.screen.container.textContent).toContain('dismissed by Grace')
  dismissed.press('Open the report of “A shop” again')
  expect(dismissed.done).toEqual(['reopened'])
  cleanup()
  const upheld = renderRow({ ...report, ...decided, status: 'upheld', template: { ...report.template, visibility: 'private' } })
  upheld.press('Open the report of “A shop” again')
  expect(upheld.done).toEqual(['reopened'])
  // Nobody but its owner would find anything there.
  expect(upheld.screen.queryByRole('link')).toBeNull()
})

test('a review stands there with its words and who wrote them, and is taken away by the second press', () => {
  const review = { author: { ...grace, id: 'e', name: 'Eve' }, rating: 2, text: 'You are all fools.', isCurrent: true }
  const { done, press, screen } = renderRow({ ...report, version: null, review, reporter: null })
  expect(screen.container.textContent).toContain('a review by Eve, 2 of 5 stars')
  expect(screen.container.textContent).toContain('You are all fools.')
  expect(screen.container.textContent).toContain('reported by somebody who is gone')
  press('Take what Eve wrote about “A shop” away')
  press('Really take what Eve wrote about “A shop” away')
  expect(done).toEqual(['upheld'])
  cleanup()
  const erased = renderRow({ ...report, version: null, review: { ...review, text: null, isCurrent: false } })
  expect(erased.screen.container.textContent).toContain('Who wrote it is gone, and so are the words.')
  cleanup()
  const upheld = renderRow({ ...report, version: null, status: 'upheld', review: { ...review, isCurrent: false } })
  expect(upheld.screen.container.textContent).toContain('These words do not stand there any more.')
  // They are gone for good.
  expect(upheld.screen.queryByRole('button')).toBeNull()
})

test('of a version that is not the newest any more it says so, leads to it, and hides it alone', () => {
  const { done, press, screen } = renderRow({ ...report, version: { number: 3, isCurrent: false } })
  expect(screen.container.textContent).toContain('Version 3, the newest says something else')
  expect(screen.getByRole('link', { name: 'A shop' }).getAttribute('href')).toBe('/templates/a-shop?version=3')
  press('Hide version 3 of “A shop”')
  press('Really hide version 3 of “A shop”')
  expect(done).toEqual(['upheld'])
})
