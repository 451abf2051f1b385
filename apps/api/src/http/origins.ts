import type { IncomingMessage } from 'node:http'

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** The origins a browser may call from: the public address and, on loopback, the other names of this machine. */
function allowedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl)
  if (!loopbackHosts.includes(url.hostname)) return [url.origin]
  return loopbackHosts.map((host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ''}`)
}

/** Whether a request that changes something comes from our own page. */
export function isSameOrigin(request: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin } = request.headers
  if (origin !== undefined) return allowedOrigins(publicUrl).includes(origin)
  return request.headers['sec-fetch-site'] === 'same-origin'
}
