import type { Span } from '../../brief/schema.ts'
import type { Variable } from '../../variables/schema.ts'
import { lineAt } from '../document/lines.ts'
import { between, inlineCode } from '../document/prose.ts'
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
    const open = new Map(input.variables.filter(isOpenText).map((variable) => [variable.name, variable]))
    if (open.size === 0) return []
    const spans = delimiters(text)
    return outputsOf(text).flatMap(({ name, output }) => {
      const variable = open.get(name)
      if (variable === undefined || isDelimited(text.text, spans, output)) return []
      return [
        {
          range: { start: output.start, end: output.end },
          message: `Nothing marks where "${name}" begins and ends.`,
          variable: name,
          severity: variable.source === 'end-user' ? 'error' : undefined,
          fix: fixFor(text, output, name, input),
        },
      ]
    })
  },
}

/** Each {{ … }} with the first variable in it. */
function outputsOf({ tags, uses }: PromptText): { name: string; output: Span }[] {
  let next = 0
  return tags.flatMap(({ kind, start, end }) => {
    while ((uses[next]?.range.start ?? Infinity) < start) next++
    const use = uses[next]
    return kind === 'output' && use !== undefined && use.range.end <= end ? [{ name: use.name, output: { start, end } }] : []
  })
}

/** Whether its values may hold instructions: long text, and any words that come from outside. */
function isOpenText({ type, source }: Variable): boolean {
  return type === 'longtext' || (source === 'end-user' && (type === 'text' || type === 'list'))
}

/** What marks what stands within it: code (that a fence is not closed is said elsewhere), comments and pairs of tags. Outermost alone, in order. */
function delimiters({ text, structure, fences }: PromptText): Span[] {
  const marked = [...fences, ...inlineCode(text), ...between(text, '<!--', '-->'), ...tagsWithin(structure)]
  marked.sort((one, other) => one.start - other.start)
  let end = 0
  return marked.filter((span) => {
    const isInner = span.end <= end
    end = Math.max(end, span.end)
    return !isInner
  })
}

function isDelimited(text: string, spans: readonly Span[], { start, end }: Span): boolean {
  if (spans.some((span) => span.start < start && end <= span.end)) return true
  const before = /["“”'`«»„]$/.test(text.slice(Math.max(0, start - 1), start))
  const after = /^["“”'`«»]/.test(text.slice(end, end + 1))
  if (before && after) return true
  const quoted = /^"{3}[ \t]*$/
  return quoted.test(lastLine(text, start)) && quoted.test(nextLine(text, end))
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
