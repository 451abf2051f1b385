import type { ProviderTest } from '@prologue/contracts'
import { duration } from '../../ui/time.ts'

/** What came of asking a model: how fast and as what it answered, or why it did not. */
export function testWords({ ok, said, ms, modelVersion }: ProviderTest): string {
  if (!ok) return said
  return `Answered in ${duration(ms)}${modelVersion ? ` as ${modelVersion}` : ''}.`
}
