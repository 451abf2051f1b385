import type { LibraryFacets } from '@prologue/contracts'
import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { nothingChosen, pathOf, type LibraryChoice } from './choice.ts'
import { Filters } from './Filters.tsx'

afterEach(cleanup)

const facets: LibraryFacets = {
  found: 3,
  more: false,
  partial: [],
  categories: [
    { value: 'coding', count: 2 },
    { value: 'language', count: 1 },
  ],
  tags: [
    { value: 'birds', count: 3 },
    { value: 'sea', count: 1 },
  ],
  families: [],
  authors: [{ value: { id: 'g', name: 'Grace', colour: '#445566', guest: false }, count: 2 }],
}

function renderFilters() {
  const [choice, setChoice] = createSignal<LibraryChoice>(nothingChosen)
  const [shown, setShown] = createSignal(facets)
  const choose = (change: Partial<LibraryChoice>) => setChoice({ ...choice(), ...change })
  const path = (change: Partial<LibraryChoice>) => pathOf({ ...choice(), ...change })
  render(() => <Filters choosing={{ choice, path, choose }} facets={shown()} />)
  return { choose, setShown }
}

test('a filter that is chosen keeps the focus, also where it comes to stand above the others', async () => {
  const { choose, setShown } = renderFilters()
  const category = screen.getByRole('link', { name: /Coding/ })
  category.focus()
  choose({ category: 'coding' })
  setShown({ ...facets, tags: facets.tags.slice() })
  expect(category.textContent).toContain('chosen')
  expect(document.activeElement).toBe(category)

  const tag = screen.getByRole('link', { name: /sea/ })
  tag.focus()
  choose({ tags: ['sea'] })
  expect(screen.getAllByRole('link', { name: /sea|birds/ })[0]).toBe(tag)
  await waitFor(() => expect(document.activeElement).toBe(tag))
})

test('authors are counted and chosen as the others are, where there is more than one', () => {
  const { choose } = renderFilters()
  const grace = screen.getByRole('link', { name: /Grace/ })
  expect(grace.textContent).toContain('2')
  expect(grace.getAttribute('href')).toBe('/templates?author=g')
  choose({ authorId: 'g' })
  expect(grace.getAttribute('href')).toBe('/templates')
  choose({ scope: 'mine' })
  expect(screen.queryByRole('link', { name: /Grace/ })).toBeNull()
})

test('where not all were counted every category and family can be chosen, and no number stands beside them', () => {
  const { setShown } = renderFilters()
  expect(screen.queryByRole('link', { name: /Research/ })).toBeNull()
  setShown({ ...facets, more: true, partial: ['categories', 'tags', 'families', 'authors'] })
  const filters = screen.getByRole('navigation', { name: 'Filters' })
  expect(screen.getByRole('link', { name: 'Research' }).getAttribute('href')).toBe('/templates?category=research')
  expect(screen.getByRole('link', { name: 'Claude' })).toBeDefined()
  expect(filters.textContent).not.toMatch(/\d/)
})
