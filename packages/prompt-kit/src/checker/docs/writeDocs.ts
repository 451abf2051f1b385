import { applyFix } from '../applyFix.ts'
import { checkAll } from '../check.ts'
import { rules } from '../rules/index.ts'
import { secret } from '../secret.ts'
import type { Rule } from '../types.ts'
import { ruleExamples } from './examples.ts'

const groups: readonly (readonly [string, RegExp])[] = [
  ['Template', /^(?:tpl|var)-/],
  [
    'Structure',
    /^(?:fence-unclosed|xml-.*|empty-section|heading-skip|no-.*|format-incomplete|wall-of-text|placeholder-left|user-voice|example-.*|verdict-first)$/,
  ],
  ['Safety', /^(?:secret|pii|invisible-unicode|override-phrase|secrecy-as-security)$/],
  ['Budget', /^(?:context-overflow|cache-order|volatile-prefix|style-mismatch)$/],
  ['Wording', /./],
]

const groupOf = ({ name }: Pick<Rule, 'name'>) => groups.find(([, pattern]) => pattern.test(name))?.[0]

/** The part of docs/checker.md that the rules say of themselves: a section a rule, in groups. */
export async function writeRuleDocs(): Promise<string> {
  const parts: string[] = []
  for (const group of ['Template', 'Structure', 'Wording', 'Safety', 'Budget']) {
    parts.push(`## ${group}`)
    for (const rule of [...rules, secret]) if (groupOf(rule) === group) parts.push(await sectionOf(rule))
  }
  return parts.join('\n\n')
}

async function sectionOf(rule: Omit<Rule, 'find'>): Promise<string> {
  const example = ruleExamples[rule.name]
  if (example === undefined) throw new Error(`The rule ${rule.name} has no example.`)
  const { text, options = {} } = example
  const findings = await checkAll(text, options)
  const finding = findings.find((each) => each.rule === rule.name)
  if (finding === undefined) throw new Error(`The rule ${rule.name} finds nothing in its example.`)
  const { fix } = finding
  const after = fix && applyFix({ text, variables: options.variables ?? [] }, fix)
  const declares = fix?.declare?.map(({ name, type }) => `declares \`${name}\` as ${type}`) ?? []
  const undeclares = fix?.undeclare?.map((name) => `removes the declaration of \`${name}\``) ?? []
  const beside = fix && fix.edits.length > 0 ? [...declares, ...undeclares].join(', ') : ''
  return [
    `### ${rule.name}`,
    `*${rule.severity[0]?.toUpperCase()}${rule.severity.slice(1)}, ${rule.certainty}.* ${example.what} ${rule.why}`,
    `Source: ${rule.source.startsWith('http') ? `<${rule.source}>` : 'what was seen in use'}.`,
    `Example:\n\n${fenced(text)}\n\n→ ${finding.message}`,
    ...(fix
      ? [
          `Fix: ${fix.title}.${beside === '' ? '' : ` It ${beside}.`}${after && after.text !== text ? `\n\n${fenced(after.text)}` : ''}`,
        ]
      : []),
  ].join('\n\n')
}

const longest = 400

/** In a fence longer than any within; a long text is cut, and invisible characters are told. */
function fenced(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text
  const seen = shown.replace(/[\u200B]/g, '⟨U+200B⟩')
  return `\`\`\`\`text\n${seen.trimEnd()}\n\`\`\`\``
}
