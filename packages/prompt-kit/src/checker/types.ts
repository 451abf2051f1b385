import type { Family, Span } from '../brief/schema.ts'
import type { TextEdit } from '../diff/applyEdits.ts'
import type { Partials } from '../variables/liquid.ts'
import type { Variable } from '../variables/schema.ts'
import type { PromptText } from './document/readText.ts'

export type Severity = 'error' | 'warning' | 'info'
/** `exact`: it is so; `heuristic`: it was judged by signs that may mislead. */
export type Certainty = 'exact' | 'heuristic'

/** What mends a finding: edits of the text, in order, and changes of the declarations beside it. `applyFix` carries it out. */
export type Fix = { title: string; edits: readonly TextEdit[]; declare?: readonly Variable[]; undeclare?: readonly string[] }

/** Something in a prompt that is wrong or could be better. `range` is empty where the finding is about a declaration alone. */
export type Finding = {
  rule: string
  severity: Severity
  range: Span
  message: string
  /** Why it matters, in a sentence. */
  why: string
  /** Where the rule comes from: an address, or the name of what defines it. */
  source: string
  fix?: Fix
  /** The name of the variable it is about, where it is about one. */
  variable?: string
  certainty: Certainty
}

/** What the text is about to be used for. */
export type CheckContext = {
  /** Whether the text is read as a template. */
  template: boolean
  /** `import`: it comes from elsewhere and was not read yet. */
  place: 'draft' | 'publish' | 'try' | 'import'
  /** Of the variables, where it is tried with some. */
  values: Readonly<Record<string, unknown>> | null
  /** What its render tags may name. */
  partials: Partials
  /** Tokens the model can hold; null where the model is not known. */
  contextSize: number | null
}

export type CheckInput = { variables: readonly Variable[]; family: Family; context: CheckContext }

/** What a rule found; its severity, where it differs from the rule's own. */
export type Hit = {
  range: Span
  message: string
  severity?: Severity | undefined
  fix?: Fix | undefined
  variable?: string | undefined
}

/** One rule: what it is called, what it says of itself, and how it finds. `templateOnly` ones pass over a text that is no template. */
export type Rule = {
  name: string
  severity: Severity
  certainty: Certainty
  why: string
  source: string
  templateOnly?: true
  find: (text: PromptText, input: CheckInput) => readonly Hit[]
}
