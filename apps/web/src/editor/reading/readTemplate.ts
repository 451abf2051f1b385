import {
  check,
  checkAll,
  listUses,
  type CheckContext,
  type Family,
  type Finding,
  type TextEdit,
  type Variable,
} from '@prologue/prompt-kit'

export type ReadingInput = {
  text: string
  variables: readonly Variable[]
  family: Family
  /** Rules that find nothing. */
  off: readonly string[]
  place: CheckContext['place']
  /** Tokens of the model it is written for; null where that is not known. */
  contextSize: number | null
}

export type Reading = {
  /** What was read: places are of this text. */
  text: string
  findings: readonly Finding[]
  /** A declaration for each variable that the text uses and nobody declared. */
  undeclared: readonly Variable[]
  /** How often the text uses each variable; null where it cannot be read as a template. */
  uses: ReadonlyMap<string, number> | null
}

/** All that is to be known of a template's text. Takes a second for the longest ones. */
export async function readTemplate({ text, variables, family, off, place, contextSize }: ReadingInput): Promise<Reading> {
  const options = { variables, family, off, context: { template: true, place, contextSize } }
  // Where the patterns of secrets cannot be fetched, all else is found nevertheless.
  const findings = await checkAll(text, options).catch(() => check(text, options))
  const undeclared = new Map<string, Variable>()
  for (const { rule, fix } of findings) {
    if (rule !== 'var-undeclared') continue
    for (const variable of fix?.declare ?? []) undeclared.set(variable.name, variable)
  }
  const isFaulty = findings.some(({ rule }) => rule === 'tpl-syntax')
  return { text, findings, undeclared: [...undeclared.values()], uses: isFaulty ? null : countUses(text) }
}

function countUses(text: string): Map<string, number> {
  const uses = new Map<string, number>()
  for (const { name } of listUses(text)) uses.set(name, (uses.get(name) ?? 0) + 1)
  return uses
}

/** The edits that give a variable another name wherever the text uses it; none where the text cannot be read as a template. */
export function renameUses(text: string, from: string, to: string): TextEdit[] {
  const uses = listUses(text).filter(({ name, range }) => name === from && text.startsWith(name, range.start))
  return uses.map(({ range }) => ({ index: range.start, remove: range.end - range.start, insert: to }))
}
