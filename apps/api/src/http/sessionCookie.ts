import type { CookieSerializeOptions } from '@fastify/cookie'

/** `__Host-` needs Secure, which plain http on localhost cannot give. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-prologue' : 'prologue'
}

/** Ninety days, the longest a session lasts; the server ends it earlier. */
const maxAge = 90 * 86_400

export function sessionCookieOptions(publicUrl: string): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge }
}
