import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { AverageStars, Stars } from './Stars.tsx'

afterEach(cleanup)

const filled = (value: number) => {
  const { container, unmount } = render(() => <Stars value={value} />)
  const width = Number(container.querySelector('svg svg')?.getAttribute('width'))
  unmount()
  return width
}

test('the colour goes through whole stars, and through a part of the last one', () => {
  expect([0, 1, 4, 5].map(filled)).toEqual([0, 24, 96, 120])
  // A half ends in the middle of the fifth star, not of the room it stands in.
  expect(filled(4.5)).toBe(108)
  expect(filled(4.1)).toBeCloseTo(100)
})

test('an average is told in words, and that there is none', () => {
  render(() => <AverageStars average={4.26} count={1204} />)
  expect(screen.getByRole('img', { name: '4.3 of 5 stars' })).toBeDefined()
  expect(screen.getByText('1,204 ratings')).toBeDefined()
  cleanup()
  render(() => <AverageStars average={null} count={0} />)
  expect(screen.getByText('Not rated yet')).toBeDefined()
})
