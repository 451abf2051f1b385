import { expect, test } from 'vitest'
import { nextPath, withNext } from './nextPath.ts'

test('a path of this site is kept whole', () => {
  expect(nextPath('/c/1?tab=draft#end')).toBe('/c/1?tab=draft#end')
})

test.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  ['/a', '/b'],
])('anything that leads elsewhere leads to the start: %s', (next) => {
  expect(nextPath(next)).toBe('/')
})

test('what else the page is to know goes along', () => {
  expect(withNext('/login', '/', { ended: 'yes' })).toBe('/login?ended=yes')
  expect(withNext('/login', '/c/1', { ended: 'yes' })).toBe('/login?next=%2Fc%2F1&ended=yes')
})

test('the start needs no query', () => {
  expect(withNext('/login', '/')).toBe('/login')
  expect(nextPath(new URLSearchParams(withNext('/login', '/s/a b?c=d').split('?')[1]).get('next') ?? undefined)).toBe(
    '/s/a%20b?c=d',
  )
})
