import { setTimeout } from 'node:timers/promises'
import { composerName } from '@prologue/contracts'
import { composerVersion, composeSections } from '@prologue/prompt-kit'
import type { Provider } from './provider.ts'

/** Milliseconds between sections: slow enough to see the structure come together and to stop it, fast enough not to wait. */
const pace = 120

const model = `composer-${composerVersion}`

/** The generator that needs no model: deterministic, without network, free. It knows `generate` alone, and asks no question. */
export const composer: Provider = {
  name: composerName,
  model,
  family: null,
  free: true,
  estimate: async () => 0,

  async *stream({ brief }, signal) {
    for (const section of composeSections(brief)) {
      await setTimeout(pace, undefined, { signal })
      yield { kind: 'text', text: section.text }
    }
    return {
      tokensIn: 0,
      tokensCached: 0,
      tokensOut: 0,
      costMicroUsd: 0,
      modelVersion: null,
      provider: composerName,
      model,
      insteadOf: null,
      question: null,
    }
  },
}
