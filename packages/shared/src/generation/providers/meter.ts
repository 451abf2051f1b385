import { countTokens, type Family } from '@prologue/prompt-kit'
import type { LanguageModelUsage } from 'ai'
import { readUsage, type Tokens } from './usage.ts'

/** What a model was asked once, and what came of it; `usage` is null where it did not come to the report. */
export type Ask = { system: string; user: string; said: string; usage: LanguageModelUsage | null }

/** What all of it used: as it was reported, and where it was not, about what the texts are. */
export async function measure(asks: readonly Ask[], of: { model: string; family: Family }): Promise<Tokens> {
  const sum = { tokensIn: 0, tokensCached: 0, tokensOut: 0 }
  for (const { system, user, said, usage } of asks) {
    const { tokensIn, tokensCached, tokensOut } = readUsage(usage)
    sum.tokensIn += tokensIn ?? (await countTokens(`${system}\n${user}`, of)).tokens
    sum.tokensCached += tokensCached ?? 0
    sum.tokensOut += tokensOut || (await countTokens(said, of)).tokens
  }
  return sum
}
