import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url: 43 characters. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: SHA-256 in hex. A token is random enough that no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
