import { readFile } from 'node:fs/promises'
import { checkAll, families, familySchema, ruleNames, type CheckOptions, type Finding, type Variable } from '@prologue/prompt-kit'
import { formatOf, fromText } from '@prologue/prompt-kit/formats'
import { writeSarif } from './check/writeSarif.ts'
import { placesOf } from './check/placesOf.ts'

type Options = { family?: string; off?: string; json?: boolean; sarif?: boolean }

/** What was found in one file, with lines and columns counted from 1. */
export type Checked = {
  file: string
  findings: (Finding & { line: number; column: number; endLine: number; endColumn: number })[]
}

/**
 * Prints what the checker finds in files that hold a prompt each, and sets the exit code: 1 where there is an error among it, 2 where not all
 * could be read or asked for.
 * @throws Error for a file that cannot be read, and for a family or a rule that does not exist
 */
export async function checkFiles(files: readonly string[], { family: named, off: listed, json, sarif }: Options): Promise<void> {
  // Until it is known to have gone well: who runs it tells what was found from what was not looked at.
  process.exitCode = 2
  if (json && sarif) throw new Error('--json and --sarif are two forms of the same: choose one.')
  const family = familySchema.optional().safeParse(named)
  if (!family.success) throw new Error(`There is no family ${named}; there are ${families.join(', ')}.`)
  const off = listed?.split(/[ ,]+/).filter((name) => name !== '') ?? []
  const unknown = off.find((name) => !ruleNames.includes(name))
  if (unknown !== undefined) throw new Error(`There is no rule ${unknown}; there are ${ruleNames.join(', ')}.`)
  const options: CheckOptions = { off, ...(family.data && { family: family.data }) }

  const checked: Checked[] = []
  for (const file of files) checked.push(await checkFile(file, options))
  if (sarif) process.stdout.write(`${JSON.stringify(writeSarif(checked), null, 2)}\n`)
  else if (json) process.stdout.write(`${JSON.stringify(checked, null, 2)}\n`)
  else process.stdout.write(checked.flatMap(linesFor).join(''))
  process.exitCode = checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0
}

async function checkFile(file: string, options: CheckOptions): Promise<Checked> {
  // Some editors put a byte order mark before it, which is no part of it.
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  const placeOf = placesOf(text)
  const { content, variables } = await readPrompt(text)
  // Where nothing is declared, its variables are declared elsewhere.
  const off = variables.length > 0 ? options.off : [...(options.off ?? []), 'var-undeclared']
  const before = text.length - content.length
  const found = await checkAll(content, { ...options, variables, ...(off && { off }) })
  const findings = found.map((finding) => {
    const [from, to] = [placeOf(before + finding.range.start), placeOf(before + finding.range.end)]
    return Object.assign(finding, { line: from.line, column: from.column, endLine: to.line, endColumn: to.column })
  })
  return { file, findings }
}

/** A prompt with the variables that a front matter above it declares. */
async function readPrompt(text: string): Promise<{ content: string; variables: readonly Variable[] }> {
  if (!/^---[ \t]*\r?\n/.test(text)) return { content: text, variables: [] }
  for await (const item of formatOf('markdown').read(fromText(text))) {
    const version = item.ok ? item.template.versions.at(-1) : undefined
    if (version && text.endsWith(version.content)) return version
  }
  return { content: text, variables: [] }
}

function linesFor({ file, findings }: Checked): string[] {
  return findings.map(
    ({ line, column, severity, rule, message }) => `${file}:${line}:${column}  ${severity.padEnd(7)}  ${rule}  ${message}\n`,
  )
}
