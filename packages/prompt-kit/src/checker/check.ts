import type { Family } from '../brief/schema.ts'
import type { Variable } from '../variables/schema.ts'
import { linesOf } from './document/lines.ts'
import { readText } from './document/readText.ts'
import { rules } from './rules/index.ts'
import { secret } from './secret.ts'
import { switchedOff } from './switchedOff.ts'
import type { CheckContext, CheckInput, Finding, Hit, Rule } from './types.ts'

export type CheckOptions = {
  /** What is declared beside the text. */
  variables?: readonly Variable[]
  /** Which models the prompt is for; fixes are laid out for them. */
  family?: Family
  /** A template in a draft, unless said otherwise. */
  context?: Partial<CheckContext>
  /** Names of rules that are switched off in settings. */
  off?: readonly string[]
}

/** What each rule says of itself, as lists of them show it. */
export const ruleInfos: readonly Pick<Rule, 'name' | 'severity' | 'why'>[] = [...rules, secret].map(
  ({ name, severity, why }) => ({ name, severity, why }),
)

/** The names of all rules, as settings and comments switch them off. */
export const ruleNames: readonly string[] = ruleInfos.map(({ name }) => name)

const usual: CheckContext = { template: true, place: 'draft', values: null, partials: {}, contextSize: null }

/** Everything the rules find in a prompt, in the order of the text. Pure; some milliseconds for a prompt of a few pages. */
export function check(text: string, { variables = [], family = 'plain', context, off = [] }: CheckOptions = {}): Finding[] {
  const input: CheckInput = { variables, family, context: { ...usual, ...context } }
  const { template } = input.context
  const document = readText(text, template)
  const isOff = switchedOff(text, document.lines)
  return rules
    .filter(({ name, templateOnly }) => !off.includes(name) && (template || templateOnly !== true))
    .flatMap((rule) => rule.find(document, input).map((hit) => findingOf(rule, hit)))
    .filter(({ rule, range }) => !isOff(rule, range))
    .toSorted((one, other) => one.range.start - other.range.start)
}

/** The same, and secrets: their patterns are many, and loaded when they are first asked for. */
export async function checkAll(text: string, options: CheckOptions = {}): Promise<Finding[]> {
  const found = [...check(text, options), ...(await checkSecrets(text, options))]
  return found.toSorted((one, other) => one.range.start - other.range.start)
}

/** The secrets alone, for texts that nobody publishes and somebody may read. */
export async function checkSecrets(text: string, { off = [] }: Pick<CheckOptions, 'off'> = {}): Promise<Finding[]> {
  if (off.includes(secret.name)) return []
  const { findSecrets } = await import('./findSecrets.ts')
  const isOff = switchedOff(text, linesOf(text))
  const secrets = (await findSecrets(text)).map((hit) => findingOf(secret, hit))
  return secrets.filter(({ rule, range }) => !isOff(rule, range))
}

function findingOf({ name, severity, why, source, certainty }: Omit<Rule, 'find'>, hit: Hit): Finding {
  const { range, message, fix, variable } = hit
  const finding: Finding = { rule: name, severity: hit.severity ?? severity, range, message, why, source, certainty }
  if (fix !== undefined) finding.fix = fix
  if (variable !== undefined) finding.variable = variable
  return finding
}
