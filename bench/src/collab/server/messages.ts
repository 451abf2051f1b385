/** A draft to write in, with the session of everybody who will. */
export type PreparedDraft = { draftId: string; epoch: number; people: { personId: string; token: string }[] }

/** One person's place in a draft of a server. */
export type Seat = { port: number; draftId: string; epoch: number; personId: string; token: string }

/** What a server's process has used: milliseconds of its processors since its start, and bytes it holds now. */
export type Usage = { cpu: number; rss: number }

/** What the load asks a server's process over its channel, besides all that goes over sockets. */
export type Questions = {
  /** New, empty drafts. */
  prepare: { ask: { drafts: number; people: number }; answer: PreparedDraft[] }
  /** How long each commit took since the last time this was asked, in milliseconds. */
  commits: { ask: null; answer: number[] }
  usage: { ask: null; answer: Usage }
}

type Name = keyof Questions

export type Question = { [Each in Name]: { name: Each; ask: Questions[Each]['ask'] } }[Name]

/** Each answer comes in the order of its question. */
export type Answer<Each extends Name> = { value: Questions[Each]['answer'] } | { failed: string }

/** What the process says first, once it listens. */
export type Greeting = { port: number }
