import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ruleInfos, ruleNames, type Severity } from '@prologue/prompt-kit'
import type { Checked } from '../check.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** The findings as SARIF 2.1.0, as tools of code review read it (docs.oasis-open.org/sarif). */
export function writeSarif(checked: readonly Checked[]) {
  const results = checked.flatMap(({ file, findings }) =>
    findings.map(({ rule, severity, message, why, line, column, endLine, endColumn }) => ({
      ruleId: rule,
      ruleIndex: ruleNames.indexOf(rule),
      level: levels[severity],
      message: { text: `${message} ${why}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
    })),
  )
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Prologue', rules: ruleInfos.map(({ name, why }) => ({ id: name, fullDescription: { text: why } })) },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
}

/** As it was named: beside where the command ran, or from the root. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/')
}
