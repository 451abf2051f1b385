import type { Span } from '../../brief/schema.ts'
import type { Variable } from '../../variables/schema.ts'
import { lineAt } from '../document/lines.ts'
import { inlineCode } from '../document/prose.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { CheckInput, Fix, Rule } from '../types.ts'
import { tagsWithin } from '../xmlTags.ts'

export const varUndelimited: Rule = {
  name: 'var-undelimited',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Without marks around it the model cannot tell pasted text from your instructions, and may obey what stands in it.',
  source: sources.injection,
  templateOnly: true,
  find(text, input) {
    const outputs = text.tags.filter(({ kind }) => kind === 'output')
    return outputs.flatMap((output) => {
      const use = text.uses.find(({ range }) => output.start <= range.start && range.end <= output.end)
      const variable = input.variables.find(({ name }) => name === use?.name)
      if (variable === undefined || !isOpenText(variable) || isDelimited(text, output)) return []
      return [
        {
          range: { start: output.start, end: output.end },
          message: `Nothing marks where "${variable.name}" begins and ends.`,
          severity: variable.source === 'end-user' ? 'error' : undefined,
          fix: fixFor(text, output, variable.name, input),
        },
      ]
    })
  },
}

/** Whether its values may hold instructions: long text, and any words that come from outside. */
function isOpenText({ type, source }: Variable): boolean {
  return type === 'longtext' || (source === 'end-user' && (type === 'text' || type === 'list'))
}

/** Within code (that a fence is not closed is said elsewhere), a pair of tags, or quotes on both sides. */
function isDelimited({ text, structure, fences }: PromptText, { start, end }: Span): boolean {
  if (fences.some((fence) => fence.start < start && end <= fence.end)) return true
  if (inlineCode(text).some((code) => code.start < start && end < code.end)) return true
  const before = /["“”'`«»„]$/.test(text.slice(Math.max(0, start - 1), start))
  const after = /^["“”'`«»]/.test(text.slice(end, end + 1))
  if (before && after) return true
  const quoted = /^"""[ \t]*$/m
  if (quoted.test(lastLine(text, start)) && quoted.test(nextLine(text, end))) return true
  return tagsWithin(structure).some((pair) => pair.start < start && end < pair.end)
}

function lastLine(text: string, place: number): string {
  const above = text.slice(Math.max(0, place - 200), place).trimEnd()
  return above.slice(above.lastIndexOf('\n') + 1)
}

function nextLine(text: string, place: number): string {
  return (
    text
      .slice(place, place + 200)
      .trimStart()
      .split('\n', 1)[0] ?? ''
  )
}

/** Tags around it; for models that are used to plain text, a fence where it stands alone on its line. */
function fixFor({ text, lines }: PromptText, { start, end }: Span, name: string, { family }: CheckInput): Fix {
  const line = lineAt(lines, start)
  const isAlone = text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === ''
  const isPlain = family === 'plain' || family === 'gemini'
  const [open, close] = isAlone && isPlain ? ['```', '```'] : [`<${name}>`, `</${name}>`]
  const gap = isAlone ? `\n${text.slice(line.start, start)}` : ''
  return {
    title: `Put "${name}" between ${open} and ${close}`,
    edits: [
      { index: start, remove: 0, insert: `${open}${gap}` },
      { index: end, remove: 0, insert: `${gap}${close}` },
    ],
  }
}
