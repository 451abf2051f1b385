/** What a model says, and how its server tells of it. */
export type Said = {
  /** In the pieces in which it comes. */
  pieces: readonly string[]
  /** The model as the server calls it. */
  model: string
  /** Tokens counted; null: the server tells nothing of it. */
  usage: { in: number; cached: number; out: number } | null
  /** Why it ended: by itself, for want of tokens, or held back for what it says. */
  finish: 'stop' | 'length' | 'filter'
}

/** How one protocol puts what is said on the wire. */
export type Wire = {
  /** Of a request by its path, such as `/v1/messages`; the path of a provider's address is before it. */
  takes: (path: string) => boolean
  /** The events of a stream, in order. */
  events: (said: Said) => string[]
  /** The same in one piece, as a server answers that does not stream. */
  whole: (said: Said) => unknown
  failure: (status: number, message: string) => unknown
  /** Whether a request asks for JSON by a schema. */
  asksSchema: (body: Record<string, unknown>) => boolean
}

export const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`

export const event = (value: { type: string; [name: string]: unknown }): string => `event: ${value.type}\n${data(value)}`

/** A field of something that was read; undefined where there is none. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  )
}
