import type { Provider, Turn, TurnEnd, TurnPiece } from '../generation/index.ts'
import type { World } from './world.ts'

/** What a model is to say: pieces, an error it throws between them, or nothing until it is stopped. */
export type Script = readonly (TurnPiece | Error | 'wait')[]

const usual: TurnEnd = {
  tokensIn: 120,
  tokensCached: 100,
  tokensOut: 30,
  costMicroUsd: 45,
  modelVersion: 'scripted-2026',
  provider: 'scripted',
  model: 'small',
  insteadOf: null,
  question: null,
}

export const scriptedChoice = { providerId: 'scripted', model: 'small' }

/** The services of a world with one model that says what is written for it, and the turns it was asked for. */
export function withScript(world: World, script: Script, end: Partial<TurnEnd> = {}) {
  const turns: Turn[] = []
  const provider: Provider = {
    name: 'scripted',
    model: 'small',
    family: null,
    free: false,
    estimate: async () => 70,
    async *stream(turn, signal, charge) {
      turns.push(turn)
      const told = { ...usual, ...end }
      try {
        for (const piece of script) {
          signal.throwIfAborted()
          if (piece instanceof Error) throw piece
          if (piece === 'wait') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          else yield piece
        }
        return told
      } finally {
        charge(told.costMicroUsd)
      }
    },
  }
  const models: World['services']['models'] = {
    ...world.services.models,
    choose: async (ctx, choice, payerId) => (choice ? provider : world.services.models.choose(ctx, choice, payerId)),
  }
  return { services: { ...world.services, models }, turns }
}
