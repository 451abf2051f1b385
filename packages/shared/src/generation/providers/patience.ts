/** How long a provider is waited for and how often it is asked again, in milliseconds. */
export type Patience = {
  /** Until a connection is there. */
  connect: number
  /** Until its answer begins: a model that is being loaded, or one that thinks first, takes a while. */
  begin: number
  /** Between two pieces of an answer. */
  idle: number
  /** For all of an answer, over all times this provider is asked; one that stands in for it has as long again: a server that says a word a minute goes on forever. */
  whole: number
  /** How often it is asked again before its first piece. */
  retries: number
  /** Before the first of these; doubled for each further one. */
  backoff: number
  /** What a provider may ask to wait; who asks for longer is not waited for. */
  longestWait: number
}

export const usualPatience: Patience = {
  connect: 10_000,
  begin: 120_000,
  idle: 60_000,
  whole: 900_000,
  retries: 2,
  backoff: 500,
  longestWait: 20_000,
}
