import type { CookieSerializeOptions } from '@fastify/cookie'
import { longestSessionDays } from '@prologue/shared'

/** `__Host-` needs Secure, which plain http on localhost cannot give. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-prologue' : 'prologue'
}

/** In seconds; the server ends most sessions earlier. */
const maxAge = longestSessionDays * 86_400

export function sessionCookieOptions(publicUrl: string): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge }
}
