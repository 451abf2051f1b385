import { A, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { AskBeforeLeaving } from './AskBeforeLeaving.tsx'

afterEach(cleanup)

function openPage(importing: boolean) {
  const left: string[] = []
  const Page = () => (
    <>
      <A href="/elsewhere">Elsewhere</A>
      <AskBeforeLeaving importing={importing} onLeave={() => left.push('left')} />
    </>
  )
  render(() => (
    <MemoryRouter>
      <Route path="/" component={Page} />
      <Route path="/elsewhere" component={() => <p>Here</p>} />
    </MemoryRouter>
  ))
  return { left, follow: () => screen.getByRole('link', { name: 'Elsewhere' }).click() }
}

const closing = () => {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

test('who leaves amid an import is asked, stays or leaves', async () => {
  const { left, follow } = openPage(true)
  expect(closing()).toBe(true)
  follow()
  const stay = await screen.findByRole('button', { name: 'Stay' })
  expect(left).toEqual([])
  stay.click()
  expect(screen.queryByText('Here')).toBeNull()
  follow()
  ;(await screen.findByRole('button', { name: 'Leave' })).click()
  expect(await screen.findByText('Here')).toBeTruthy()
  expect(left).toEqual(['left'])
  expect(closing()).toBe(false)
})

test('nobody is asked where nothing is being imported', async () => {
  const { left, follow } = openPage(false)
  expect(closing()).toBe(false)
  follow()
  expect(await screen.findByText('Here')).toBeTruthy()
  expect(left).toEqual(['left'])
})
