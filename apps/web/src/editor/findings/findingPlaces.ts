import type { Finding, Severity } from '@prologue/prompt-kit'
import { sectionAt } from '../sectionAt.ts'

/** Where a finding is, in words; null for one about a declaration alone. */
export function placeWords(text: string, { range }: Finding): string | null {
  if (range.start === range.end) return null
  const line = `Line ${lineAt(text, range.start).toLocaleString('en')}`
  const section = sectionAt(text, range.start)
  return section === null ? line : `${line}, ${section}`
}

function lineAt(text: string, place: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line++
  return line
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What matters most first, and then as it stands in the text. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => order[one.severity] - order[other.severity] || one.range.start - other.range.start)
}

export const severityWords: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Hint' }

/** "2 errors, 1 warning, 3 hints". */
export function severityCounts(findings: readonly Finding[]): string {
  const counted = (severity: Severity, one: string, many: string) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  }
  return [
    ...counted('error', 'error', 'errors'),
    ...counted('warning', 'warning', 'warnings'),
    ...counted('info', 'hint', 'hints'),
  ].join(', ')
}
