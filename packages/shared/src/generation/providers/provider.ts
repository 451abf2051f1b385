import type { Act, ModelChoice, PromptEdit, Question } from '@prologue/contracts'
import type { Brief, Family, Finding } from '@prologue/prompt-kit'

/** An edit as a model proposes it. */
type ProposedEdit = Pick<PromptEdit, 'section' | 'op' | 'text'>

/** What somebody asks for, with all that is told to a model about it. */
export type Turn = {
  act: Act
  brief: Brief
  /** The draft as it stands. */
  draft: string
  /** Names of the sections that people have locked. */
  locked: ReadonlySet<string>
  /** What the checker finds in the draft. */
  findings: readonly Finding[]
  family: Family
  /** The words of the message. */
  turn: string
  /** Into which language it is to be translated. */
  language?: string | undefined
  parameters: { temperature?: number | undefined; maxTokens?: number | undefined }
}

/** A part of an answer: more of its text, or an edit that is complete. */
export type TurnPiece = { kind: 'text'; text: string } | { kind: 'edit'; edit: ProposedEdit }

/** Tokens counted, those in with those the provider had kept (`tokensCached`); cost in micro-USD. Null where it is not known. */
export type Usage = {
  tokensIn: number | null
  tokensCached: number | null
  tokensOut: number | null
  costMicroUsd: number | null
}

/** What is known of an answer when it has ended. */
export type TurnEnd = Usage & {
  /** As the provider reported it. */
  modelVersion: string | null
  /** Who answered; another than was asked where `insteadOf` names that. */
  provider: string
  model: string
  insteadOf: string | null
  question: Question | null
}

/** What a provider can be chosen by; absent for the composer. */
export type Choice = ModelChoice | undefined

/** Told what an answer is charged with, in micro-USD, once for each provider that was asked for it; null where nobody knows its price. */
type Charge = (microUsd: number | null) => void

/** A way to get an answer. */
export type Provider = {
  name: string
  model: string
  /** Which style of prompt suits the model; null: whichever the brief asks for. */
  family: Family | null
  /** Known to cost nothing, so that no budget holds it up. */
  free: boolean
  /** About what an answer to this may cost, in micro-USD; 0 where it is free, and where nobody knows its price. */
  estimate(turn: Turn): Promise<number>
  /**
   * Yields the answer piece by piece and returns what is known of it at its end. Lets go of its connection when the signal aborts or
   * `return` is called. `charge` is told before it ends in any way.
   * @throws AppError PROVIDER_FAILED with a sentence that says what to do
   */
  stream(turn: Turn, signal: AbortSignal, charge: Charge): AsyncGenerator<TurnPiece, TurnEnd, void>
}

export const unknownUsage: Usage = { tokensIn: null, tokensCached: null, tokensOut: null, costMicroUsd: null }
