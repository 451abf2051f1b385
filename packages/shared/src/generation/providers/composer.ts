import { setTimeout } from 'node:timers/promises'
import { composerVersion, composeSections } from '@prologue/prompt-kit'
import type { Provider } from './provider.ts'

/** Milliseconds between sections: slow enough to see the structure come together and to stop it, fast enough not to wait. */
const pace = 120

/** The generator that needs no model: deterministic, without network, free. */
export const composer: Provider = {
  name: 'composer',
  model: `composer-${composerVersion}`,

  async *stream({ brief }, signal) {
    for (const section of composeSections(brief)) {
      await setTimeout(pace, undefined, { signal })
      yield section.text
    }
    return { tokensIn: 0, tokensOut: 0, costMicroUsd: 0 }
  },
}
