import type { Prompt } from '@prologue/contracts'
import { duration } from '../../ui/time.ts'

const count = new Intl.NumberFormat('en')

/** What an answer took, as far as it is known: the model, the time, the tokens, the cost. */
export function answerFacts(prompt: Prompt): string[] {
  const facts = [modelName(prompt)]
  if (prompt.responseTimeMs !== null) facts.push(duration(prompt.responseTimeMs))
  const { tokensIn, tokensOut, costMicroUsd } = prompt
  if (tokensIn === 0 && tokensOut === 0 && costMicroUsd === 0) return [...facts, 'no tokens, no cost']
  if (tokensIn !== null && tokensOut !== null) facts.push(`${count.format(tokensIn)} tokens in, ${count.format(tokensOut)} out`)
  else if (tokensOut !== null) facts.push(`${count.format(tokensOut)} tokens out`)
  if (costMicroUsd !== null) facts.push(cost(costMicroUsd))
  return facts
}

export function isComposed(prompt: Pick<Prompt, 'provider'>): boolean {
  return prompt.provider === 'composer'
}

function modelName(prompt: Prompt): string {
  return isComposed(prompt) ? 'Built-in composer' : prompt.model
}

/** Dollars with as many places as it takes to see something: $0, $0.0004, $1.27. */
function cost(microUsd: number): string {
  const dollars = microUsd / 1_000_000
  if (dollars === 0) return '$0'
  return `$${dollars >= 0.01 ? dollars.toFixed(2) : Number(dollars.toPrecision(1))}`
}
