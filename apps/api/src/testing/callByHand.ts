export type HandCall = { input?: unknown; body?: string; headers?: Record<string, string | undefined> }

/** A call of a procedure by hand, from our own page unless its headers say otherwise; undefined ones are left out. */
export function callByHand(
  url: string,
  path: string,
  { input = {}, body = JSON.stringify({ json: input }), headers }: HandCall = {},
) {
  const usual = { origin: url, 'content-type': 'application/json' }
  const said = Object.entries({ ...usual, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return fetch(`${url}/trpc/${path}`, { method: 'POST', body, headers: Object.fromEntries(said) })
}

/** The error code that an answer tells, or its status where it tells none. */
export async function codeOf(response: Response): Promise<string> {
  const text = await response.text()
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? String(response.status)
}
