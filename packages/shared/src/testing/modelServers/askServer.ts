import type { ProviderKind } from '@prologue/contracts'
import { emptyBrief } from '@prologue/prompt-kit'
import {
  makeModelProvider,
  type ModelProviderOptions,
  usualPatience,
  type Patience,
  type Provider,
  type ProviderSettings,
  type Turn,
  type TurnEnd,
  type TurnPiece,
} from '../../generation/index.ts'

/** A model of each kind that takes a schema by itself. */
export const aModel: Record<ProviderKind, string> = {
  openai: 'gpt-5.4-mini',
  anthropic: 'claude-sonnet-4-5',
  google: 'gemini-2.5-pro',
  'openai-compatible': 'llama3.3',
}

/** What the providers below are set up with; no answer and no log may have it. */
export const canaryKey = 'sk-canary-4242424242424242'

export const aTurn: Turn = {
  act: 'improve',
  brief: emptyBrief(),
  draft: '# Role\n\nYou are a helpful assistant.',
  locked: new Set(),
  findings: [],
  family: 'gpt',
  turn: 'Make it exact.',
  parameters: {},
}

export type Logged = { fields: object; message: string }

type Options = {
  kind: ProviderKind
  baseUrl: string | null
  name?: string
  privateNetworks?: boolean
  patience?: Partial<Patience>
  cost?: ModelProviderOptions['cost']
  log?: Logged[]
}

/** A model of a provider that is set up so, on this machine unless something else is said. */
export function modelAt(options: Options): Provider {
  const { kind, baseUrl, name = 'The server', privateNetworks = true, patience, cost = async () => 5, log = [] } = options
  const model = aModel[kind]
  const said = { id: 'env:test', name, kind, baseUrl, key: canaryKey, models: [model] }
  const settings: ProviderSettings = { ...said, enabled: true, fallback: false, fromEnvironment: false }
  const note = (fields: object, message: string) => void log.push({ fields, message })
  return makeModelProvider({
    name,
    settings: () => settings,
    model,
    family: 'plain',
    free: false,
    allowed: { privateNetworks },
    patience: { ...usualPatience, backoff: 1, ...patience },
    cost,
    logger: { info: note, warn: note, error: note },
  })
}

export type Heard = {
  text: string
  edits: string[]
  pieces: TurnPiece[]
  end: TurnEnd | null
  error: unknown
  charged: number | null
}

/** Listens to the end, whatever that is; `charged` is the sum of what it was charged with. */
export async function listen(provider: Provider, signal = new AbortController().signal, turn: Turn = aTurn): Promise<Heard> {
  const heard: Heard = { text: '', edits: [], pieces: [], end: null, error: null, charged: 0 }
  const stream = provider.stream(turn, signal, (microUsd) => {
    heard.charged = microUsd === null || heard.charged === null ? null : heard.charged + microUsd
  })
  try {
    for (let next = await stream.next(); ; next = await stream.next()) {
      if (next.done === true) return { ...heard, end: next.value }
      heard.pieces.push(next.value)
      if (next.value.kind === 'text') heard.text += next.value.text
      else heard.edits.push(next.value.edit.section)
    }
  } catch (error) {
    return { ...heard, error }
  }
}
