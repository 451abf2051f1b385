import type { Brief, Length, OutputKind } from '../brief/schema.ts'
import type { ArchetypeDefaults } from './archetypeDefaults.ts'
import { row } from './row.ts'
import { sentence, withArticle } from './grammar.ts'
import { dedented } from './indent.ts'
import type { Row } from './types.ts'

const kinds: Record<OutputKind, string> = {
  text: 'Answer in plain text.',
  markdown: 'Answer in Markdown.',
  list: 'Answer with a list.',
  table: 'Answer with a table.',
  json: 'Answer with valid JSON only, without text around it.',
  csv: 'Answer with CSV only, with a header line and without text around it.',
  xml: 'Answer with well-formed XML only, without text around it.',
  yaml: 'Answer with valid YAML only, without text around it.',
  html: 'Answer with HTML only, without text around it.',
  code: 'Answer with a code block.',
}

const one: Record<Length['unit'], string> = {
  words: 'word',
  characters: 'character',
  sentences: 'sentence',
  paragraphs: 'paragraph',
  lines: 'line',
  bullets: 'bullet',
  items: 'item',
  tokens: 'token',
}

/** "At most 100 words." */
export function lengthSentence({ unit, min, max }: Length): string {
  const counted = (count: number) => `${count} ${count === 1 ? one[unit] : unit}`
  if (min !== null && max !== null) return min === max ? `Write ${counted(min)}.` : `Write ${min} to ${counted(max)}.`
  if (max !== null) return `Write at most ${counted(max)}.`
  return min === null ? 'Be as short as the answer allows.' : `Write at least ${counted(min)}.`
}

/** What the answer looks like: the person's own words where there are some, else one line for the kind of work. */
export function formatSentences(brief: Brief, defaults: ArchetypeDefaults): Row[] {
  const { output } = brief
  if (output === null && (brief.length?.value.unit === 'bullets' || brief.length?.value.unit === 'items')) {
    return [row('prose', kinds.list, 'output', { source: 'default' })]
  }
  if (output === null) return [row('prose', defaults.output, 'output', { source: 'default' })]
  const { kind, note, schema, template } = output.value
  const result: Row[] = []
  if (note === '') result.push(row('prose', kinds[kind], 'output', output))
  else for (const line of notes(note)) result.push(row(line.includes('\n') ? 'block' : 'prose', line, 'output', output))
  if (schema !== '') {
    result.push(
      row('prose', kind === 'json' ? 'The answer follows this schema:' : 'The answer has these fields:', 'output', {
        source: 'default',
      }),
    )
    result.push(row('block', schema, 'output', output))
  }
  if (template !== '') {
    result.push(row('prose', 'Follow this template:', 'output', { source: 'default' }))
    result.push(row('block', template, 'output', output))
  }
  return result
}

const bareForm = /^(?:(?:an?|one|valid|\w+) ){0,3}(?:json|csv|yaml|xml|html|markdown|text|bullets|bullet points|table|list)\.?$/i
const bareVerb = /^(?:return|output|reply|respond|answer|give|use|write|provide|only|present)\b/i

/** A bare phrase ("in JSON", "markdown table") needs a verb in front. */
function notes(note: string): string[] {
  const lines = note.split('\n')
  if (lines.length > 1)
    return lines.some((line) => /^\s|^[-*•\d|]|[:{<]\s*$/.test(line)) ? [dedented(note)] : lines.flatMap(notes)
  if (/^(?:in|as|into) /i.test(note)) return [sentence(`Answer ${note}`)]
  if (!bareForm.test(note) || bareVerb.test(note)) return [sentence(note)]
  return [
    sentence(
      `Answer with ${/(?:table|list)\.?$/i.test(note) ? withArticle(note.charAt(0).toLowerCase() + note.slice(1)) : note}`,
    ),
  ]
}
