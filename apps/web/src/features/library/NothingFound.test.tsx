import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { nothingChosen, pathOf, type LibraryChoice } from './choice.ts'
import { NothingFound } from './NothingFound.tsx'

afterEach(cleanup)

/** The heading of what stands there for a choice, and where its links lead. */
function renderNothing(chosen: Partial<LibraryChoice>) {
  const choice = { ...nothingChosen, ...chosen }
  const path = (change: Partial<LibraryChoice>) => pathOf({ ...choice, ...change })
  const nothing = () => <NothingFound choosing={{ choice: () => choice, path, choose: () => undefined }} />
  render(() => (
    <MemoryRouter>
      <Route path="*" component={nothing} />
    </MemoryRouter>
  ))
  const links = screen.getAllByRole<HTMLAnchorElement>('link')
  return {
    heading: screen.getByRole('heading').textContent,
    links: Object.fromEntries(links.map((link) => [link.textContent, link.getAttribute('href')])),
  }
}

test('words that find nothing are named as the cause where nothing else is chosen', () => {
  const { heading, links } = renderNothing({ text: 'unit' })
  expect(heading).toBe('Nothing found for “unit”')
  expect(links).toEqual({ 'Clear the search': '/templates' })
  expect(screen.getByText(/^Every word has to be/)).toBeTruthy()
})

test('with filters they are named, too, and cleared without the words', () => {
  const { heading, links } = renderNothing({ text: 'unit', category: 'coding', tags: ['birds'] })
  expect(heading).toBe('Nothing found for “unit” with these filters')
  expect(links).toEqual({ 'Clear the filters': '/templates?q=unit', 'Clear everything': '/templates' })
  expect(screen.getByText(/^Take one of the filters back/)).toBeTruthy()
})
