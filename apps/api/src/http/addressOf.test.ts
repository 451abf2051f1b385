import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { addressOf } from './addressOf.ts'

function requestFrom(remote: string | undefined, forwarded?: string | string[]) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remote })
  return { socket, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }
}

it('is that of the line where no proxy is ours, whatever the request says', () => {
  expect(addressOf(requestFrom('203.0.113.7', '198.51.100.1'), 0)).toBe('203.0.113.7')
  expect(addressOf(requestFrom('::ffff:203.0.113.7', '198.51.100.1'), 0)).toBe('203.0.113.7')
  expect(addressOf(requestFrom('fe80::1%eth0'), 0)).toBe('fe80::1')
  expect(addressOf(requestFrom(undefined), 0)).toBeNull()
})

it('is what our outermost proxy heard, and nothing that stands before that', () => {
  const chain = '198.51.100.1, 203.0.113.7,10.0.0.2'
  expect(addressOf(requestFrom('10.0.0.1', chain), 1)).toBe('10.0.0.2')
  expect(addressOf(requestFrom('10.0.0.1', chain), 2)).toBe('203.0.113.7')
  expect(addressOf(requestFrom('10.0.0.1', ['198.51.100.1', '203.0.113.7, 10.0.0.2']), 2)).toBe('203.0.113.7')
  expect(addressOf(requestFrom('10.0.0.1', '2001:db8::7'), 1)).toBe('2001:db8::7')
  expect(addressOf(requestFrom(undefined, '203.0.113.7'), 1)).toBe('203.0.113.7')
})

it('is the last that is known where fewer proxies spoke than are ours, or one wrote no address', () => {
  expect(addressOf(requestFrom('10.0.0.1'), 2)).toBe('10.0.0.1')
  expect(addressOf(requestFrom('10.0.0.1', '203.0.113.7'), 3)).toBe('203.0.113.7')
  expect(addressOf(requestFrom('10.0.0.1', '198.51.100.1, unknown'), 1)).toBe('10.0.0.1')
  expect(addressOf(requestFrom('10.0.0.1', '198.51.100.1, unknown, 10.0.0.2'), 3)).toBe('10.0.0.2')
  expect(addressOf(requestFrom('10.0.0.1', ''), 1)).toBe('10.0.0.1')
})
