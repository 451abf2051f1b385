import type { Family } from '../brief/schema.ts'
import { hung } from './indent.ts'
import { sectionNames, type Content, type Row, type SectionName, type Sentence } from './types.ts'

export const headings: Record<SectionName, string> = {
  role: 'Role',
  objective: 'Objective',
  audience: 'Audience',
  context: 'Context',
  inputs: 'Inputs',
  tools: 'Tools',
  instructions: 'Instructions',
  details: 'Details',
  constraints: 'Constraints',
  tone: 'Tone',
  language: 'Language',
  length: 'Length',
  output_format: 'Output format',
  examples: 'Examples',
  safety: 'Safety',
  fallback: 'When in doubt',
  success_criteria: 'Success criteria',
}

/** `wrap` puts a section's body into its heading or tags; `examples` lays out the rows of the examples. */
type Style = {
  order: readonly SectionName[]
  wrap: (name: SectionName, body: string) => string
  examples: (rows: readonly Row[]) => string
}

/** Long data and examples first, the task's orders last. */
const dataFirst: readonly SectionName[] = [
  'role',
  'objective',
  'audience',
  'context',
  'details',
  'inputs',
  'tools',
  'examples',
  'constraints',
  'tone',
  'language',
  'length',
  'output_format',
  'safety',
  'success_criteria',
  'instructions',
  'fallback',
]

/** Examples as pairs of input and output; one with a single text stands alone. */
function pairs(rows: readonly Row[]): { input: string | null; output: string }[] {
  const result: { input: string | null; output: string }[] = []
  let input: string | null = null
  for (const { as, sentence } of rows) {
    if (as === 'input') input = sentence.text
    else {
      result.push({ input, output: sentence.text })
      input = null
    }
  }
  return result
}

const xmlExamples = (rows: readonly Row[]) =>
  pairs(rows)
    .map(({ input, output }) =>
      input === null
        ? `<example>\n${output}\n</example>`
        : `<example>\n<input>\n${input}\n</input>\n<output>\n${output}\n</output>\n</example>`,
    )
    .join('\n')

const plainExamples = (rows: readonly Row[]) =>
  pairs(rows)
    .map(({ input, output }) => (input === null ? `- ${output}` : `Input: ${input}\nOutput: ${output}`))
    .join('\n\n')

export const styles: Record<Family, Style> = {
  claude: {
    order: sectionNames,
    wrap: (name, body) => `<${name}>\n${body}\n</${name}>`,
    examples: xmlExamples,
  },
  gpt: {
    order: sectionNames,
    wrap: (name, body) => `# ${headings[name]}\n\n${body}`,
    examples: xmlExamples,
  },
  gemini: {
    order: dataFirst,
    wrap: (name, body) => `## ${headings[name]}\n${body}`,
    examples: plainExamples,
  },
  plain: {
    order: sectionNames,
    wrap: (name, body) => (name === 'role' || name === 'objective' ? body : `## ${headings[name]}\n\n${body}`),
    examples: plainExamples,
  },
}

/** The rows of a section as lines, with the sentences as they stand in them; numbers where there are two steps or more. */
export function layOut(content: Content, style: Style): { text: string; sentences: Sentence[] } {
  const { rows, name } = content
  if (name === 'examples') return { text: style.examples(rows), sentences: rows.map(({ sentence }) => sentence) }
  const steps = rows.filter(({ as }) => as === 'step').length
  const sentences: Sentence[] = []
  let number = 0
  let text = ''
  let before: Row['as'] | null = null
  for (const { as, sentence } of rows) {
    if (as === 'step') number++
    const mark = as === 'step' && steps > 1 ? `${number}. ` : as === 'point' || as === 'step' ? '- ' : ''
    const words = mark === '' ? sentence.text : hung(sentence.text, mark)
    text += (before === null ? '' : gapBetween(before, as, name)) + mark + words
    sentences.push({ ...sentence, text: words })
    before = as
  }
  return { text, sentences }
}

function gapBetween(before: Row['as'], as: Row['as'], name: SectionName): string {
  if (before === 'prose' && as === 'prose') return name === 'role' ? ' ' : '\n'
  return before === as && as !== 'block' ? '\n' : '\n\n'
}
