import type { KnownSection } from '@prologue/prompt-kit'

/** How a draft stands when something is applied to it. */
export type Standing = {
  /** What was kept as its checkpoint. */
  before: string
  /** Sections in which people wrote between that and the moment of writing. */
  moved: ReadonlySet<string>
  known: readonly KnownSection[]
}

/** What is to become of a draft. */
export type Plan = {
  /** Made of `before`. */
  to: string
  /** Marks of sections that are all the assistant's then. */
  written: ReadonlyMap<string, string>
  /** The edits of an answer that are in it. */
  editIds: readonly string[]
}
