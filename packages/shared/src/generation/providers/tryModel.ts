import type { ProviderTest } from '@prologue/contracts'
import type { Logger } from '../../context.ts'
import type { Allowed } from './network/refuseHost.ts'
import type { Patience } from './patience.ts'
import type { ProviderSettings } from './settings.ts'

type Tried = { settings: ProviderSettings; model: string; allowed: Allowed; patience: Patience; logger: Logger }

/** Enough for one word of a model that thinks first. */
const maxTokens = 500
const shown = 200
/** Whoever presses the button waits for it: in milliseconds. */
const longest = 60_000

/** Asks a model for one word, once. That it fails is an answer, too. */
export async function tryModel({ settings, model, allowed, patience, logger }: Tried): Promise<ProviderTest> {
  const [{ askModel }, { failureOf }, { makeFetch }] = await Promise.all([
    import('./askModel.ts'),
    import('./failureOf.ts'),
    import('./network/makeFetch.ts'),
  ])
  const started = performance.now()
  const passed = () => Math.round(performance.now() - started)
  const reached = { settings, model, fetch: makeFetch(allowed, { ...patience, begin: Math.min(patience.begin, longest) }) }
  const asked = { system: 'Answer with one word.', user: 'Answer: ready', schema: null, temperature: undefined, maxTokens }
  try {
    const stream = askModel(reached, asked, AbortSignal.timeout(longest), () => {})
    let said = ''
    for (let next = await stream.next(); ; next = await stream.next()) {
      if (next.done === true)
        return { ok: true, said: said.trim().slice(0, shown), ms: passed(), modelVersion: next.value.modelVersion }
      said += next.value
    }
  } catch (error) {
    const { error: known, behind, status } = failureOf(error, settings)
    logger.warn({ provider: settings.name, model, status, behind }, 'A model did not answer a try')
    return { ok: false, said: known.message, ms: passed(), modelVersion: null }
  }
}
