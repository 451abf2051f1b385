import type { Family } from '../brief/schema.ts'

/** `exact`: counted as the model's provider counts; otherwise within some fifteen percent. */
export type TokenCount = { tokens: number; exact: boolean }

/** What other families make of a text beside OpenAI's tokens; their own tables are not published, or too many. */
const factors: Record<Family, number> = { gpt: 1, claude: 1.2, gemini: 1.05, plain: 1.1 }

const byOpenAi = /^(?:openai\/)?(?:ft:)?(?:gpt-|chatgpt-|o\d(?:-|$)|codex-)/i
const before4o = /^(?:openai\/)?(?:ft:)?gpt-(?:3\.5|4(?![\d.o]))/i

/**
 * How many tokens a text is, as far as a model is known by its name or else by its family. The tables are loaded when they are first
 * asked for, about a megabyte over the wire; `estimateTokens` needs none.
 */
export async function countTokens(text: string, { model = '', family }: { model?: string; family: Family }): Promise<TokenCount> {
  const isOpenAi = byOpenAi.test(model)
  const { countTokens: count } = await (before4o.test(model)
    ? import('gpt-tokenizer/encoding/cl100k_base')
    : import('gpt-tokenizer/encoding/o200k_base'))
  const pieces = countable(text)
  const tokens = pieces.reduce((sum, piece) => sum + count(piece, asText), 0)
  return isOpenAi ? { tokens, exact: pieces.length === 1 } : { tokens: Math.ceil(tokens * factors[family]), exact: false }
}

/** What only looks like a control token is words. */
const asText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }

/** The time for one run of letters, spaces or signs grows with its square; no language has longer ones. */
const longRun = /[\p{L}\p{M}]{128}|\s{128}|[^\s\p{L}\p{M}\p{N}]{128}/gu

/** The text in pieces that are counted in linear time: one, unless it has runs without end. */
function countable(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(longRun)) {
    pieces.push(text.slice(from, index + run.length))
    from = index + run.length
  }
  return [...pieces, text.slice(from)]
}
