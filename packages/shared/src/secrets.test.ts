import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeSecrets } from './secrets.ts'

describe('a secret', () => {
  const key = randomBytes(32)
  const secrets = makeSecrets(key)

  it('is read again with its key and for what it is of', () => {
    for (const secret of ['', 'JBSWY3DPEHPK3PXP', 'ü'.repeat(1_000)]) {
      expect(makeSecrets(Buffer.from(key)).decrypt(secrets.encrypt(secret, 'mine'), 'mine')).toBe(secret)
    }
  })

  it('is encrypted anew each time, and tells nothing of itself', () => {
    const [one, other] = [secrets.encrypt('the same', 'mine'), secrets.encrypt('the same', 'mine')]
    expect(one.equals(other)).toBe(false)
    expect(one.toString('latin1')).not.toContain('same')
  })

  it('is not read with another key, which is told from damage', () => {
    const encrypted = secrets.encrypt('a secret', 'mine')
    expect(() => makeSecrets(randomBytes(32)).decrypt(encrypted, 'mine')).toThrow('encrypted with another key')
  })

  it('is not read where it was moved, changed anywhere or cut', () => {
    const encrypted = secrets.encrypt('a secret', 'mine')
    expect(() => secrets.decrypt(encrypted, 'theirs')).toThrow('')
    for (let index = 0; index < encrypted.length; index++) {
      const changed = Buffer.from(encrypted)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => secrets.decrypt(changed, 'mine'), String(index)).toThrow('')
    }
    for (const length of [0, 3, 15, 31, encrypted.length - 1]) {
      expect(() => secrets.decrypt(encrypted.subarray(0, length), 'mine'), String(length)).toThrow('')
    }
  })
})
