/** Where to go after signing in: a path of this site, never another one however it is written. */
export function nextPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  const here = 'https://here.invalid'
  const url = URL.parse(next, here)
  return url?.origin === here ? url.pathname + url.search + url.hash : '/'
}

/** The query that carries `next`, and what else the page is to know, from one page of accounts to the other. */
export function withNext(path: string, next: string, others: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(next !== '/' && { next }), ...others }).toString()
  return query ? `${path}?${query}` : path
}
