import { AppError } from '@prologue/contracts'
import { renderTemplate } from '@prologue/prompt-kit'
import type { VersionText } from './checkVersion.ts'

/**
 * The prompt a version makes with these values, by the names of its variables. One that declares none is its text: braces mean
 * nothing in it.
 * @throws AppError VALIDATION that says what is missing or does not fit
 */
export function fillVersion({ content, variables }: VersionText, values: Readonly<Record<string, unknown>>): string {
  if (variables.length === 0) return content
  const rendered = renderTemplate(content, { variables, values })
  if (rendered.ok) return rendered.text
  const [wrong] = rendered.valueFaults
  if (wrong) {
    const label = variables.find(({ name }) => name === wrong.name)?.label ?? wrong.name
    throw new AppError('VALIDATION', `${label}: ${wrong.message}`)
  }
  throw new AppError('VALIDATION', rendered.faults[0]?.message)
}
