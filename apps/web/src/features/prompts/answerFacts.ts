import type { Prompt } from '@prologue/contracts'
import { duration } from '../../ui/time.ts'
import { money } from '../../ui/money.ts'

const count = new Intl.NumberFormat('en')

/** What an answer took, in a line: the model, the time, the tokens, the cost. */
export function answerFacts(prompt: Prompt): string[] {
  const facts = [modelName(prompt)]
  if (prompt.responseTimeMs !== null) facts.push(duration(prompt.responseTimeMs))
  const { tokensIn, tokensOut } = prompt
  if (isComposed(prompt)) return prompt.status === 'completed' ? [...facts, 'no tokens, no cost'] : facts
  if (tokensIn !== null && tokensOut !== null) facts.push(`${count.format(tokensIn)} tokens in, ${count.format(tokensOut)} out`)
  else if (tokensOut !== null) facts.push(`${count.format(tokensOut)} tokens out`)
  return [...facts, costWords(prompt)]
}

type Detail = { name: string; value: string }

/** All that is known of how an answer of a model came about. Nothing of the composer's: its line says it all. */
export function answerDetails(prompt: Prompt): Detail[] {
  if (isComposed(prompt)) return []
  const { firstTokenMs, responseTimeMs, tokensIn, tokensCached, tokensOut, parameters } = prompt
  const details: (Detail | false)[] = [
    { name: 'Provider', value: prompt.provider },
    prompt.insteadOf !== null && { name: 'In place of', value: prompt.insteadOf },
    { name: 'Model', value: prompt.model },
    prompt.modelVersion !== null && { name: 'Version', value: prompt.modelVersion },
    firstTokenMs !== null && { name: 'First word after', value: duration(firstTokenMs) },
    responseTimeMs !== null && { name: 'All after', value: duration(responseTimeMs) },
    tokensIn !== null && { name: 'Tokens in', value: tokensInWords(tokensIn, tokensCached) },
    tokensOut !== null && { name: 'Tokens out', value: count.format(tokensOut) },
    { name: 'Cost', value: costWords(prompt) },
    parameters.temperature !== undefined && { name: 'Temperature', value: String(parameters.temperature) },
    parameters.maxTokens !== undefined && { name: 'Tokens at most', value: count.format(parameters.maxTokens) },
  ]
  return details.filter((detail) => detail !== false)
}

type Totals = { tokensIn: number; tokensOut: number; costMicroUsd: number; costUnknown: number }

/** What a whole conversation took; null where no model was asked. */
export function totalsWords(totals: Totals): string | null {
  const { tokensIn, tokensOut, costMicroUsd } = totals
  if (tokensIn + tokensOut === 0 && costMicroUsd === 0) return null
  const tokens = `${count.format(tokensIn)} tokens in, ${count.format(tokensOut)} out`
  return `This conversation so far: ${tokens}, ${totalCostWords(totals)}`
}

/** Where nothing known was paid, "at least $0" would say no more than that it is unknown. */
function totalCostWords({ costMicroUsd, costUnknown }: Totals): string {
  if (costUnknown === 0) return money(costMicroUsd)
  return costMicroUsd === 0 ? 'cost unknown' : `at least ${money(costMicroUsd)}`
}

export function isComposed(prompt: Pick<Prompt, 'provider'>): boolean {
  return prompt.provider === 'composer'
}

/** Who answered, where that was not who was asked; null else. */
export function insteadWords({ model, provider, insteadOf }: Pick<Prompt, 'model' | 'provider' | 'insteadOf'>): string | null {
  return insteadOf === null ? null : `Answered by ${model} (${provider}) instead of ${insteadOf}`
}

function modelName(prompt: Prompt): string {
  return isComposed(prompt) ? 'Built-in composer' : prompt.model
}

function costWords({ costMicroUsd }: Pick<Prompt, 'costMicroUsd'>): string {
  return costMicroUsd === null ? 'cost unknown' : money(costMicroUsd)
}

function tokensInWords(tokensIn: number, cached: number | null): string {
  return cached ? `${count.format(tokensIn)}, of them ${count.format(cached)} from the cache` : count.format(tokensIn)
}
