import type { Family } from '../brief/schema.ts'
import type { Content, Row, SectionName } from './types.ts'

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
export type Style = {
  order: readonly SectionName[]
  wrap: (name: SectionName, body: string) => string
  examples: (rows: readonly Row[]) => string
}

const schema: readonly SectionName[] = [
  'role',
  'objective',
  'audience',
  'context',
  'inputs',
  'tools',
  'instructions',
  'details',
  'constraints',
  'tone',
  'language',
  'length',
  'output_format',
  'examples',
  'safety',
  'fallback',
  'success_criteria',
]

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
    .map(({ input, output }) => (input === null ? `- ${output.replaceAll('\n', '\n  ')}` : `Input: ${input}\nOutput: ${output}`))
    .join('\n\n')

export const styles: Record<Family, Style> = {
  claude: {
    order: schema,
    wrap: (name, body) => `<${name}>\n${body}\n</${name}>`,
    examples: xmlExamples,
  },
  gpt: {
    order: schema,
    wrap: (name, body) => `# ${headings[name]}\n\n${body}`,
    examples: xmlExamples,
  },
  gemini: {
    order: dataFirst,
    wrap: (name, body) => `## ${headings[name]}\n${body}`,
    examples: plainExamples,
  },
  plain: {
    order: schema,
    wrap: (name, body) => (name === 'role' || name === 'objective' ? body : `## ${headings[name]}\n\n${body}`),
    examples: plainExamples,
  },
}

const hang = (text: string, indent: string) => text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`)

/** The rows of a section as lines; numbers where there are two steps or more. */
export function layOut(content: Content, style: Style): string {
  const { rows } = content
  if (content.name === 'examples') return style.examples(rows)
  const steps = rows.filter(({ as }) => as === 'step').length
  let number = 0
  let text = ''
  let before: Row['as'] | null = null
  for (const { as, sentence } of rows) {
    const gap =
      before === null
        ? ''
        : as === 'prose' && before === 'prose'
          ? content.name === 'role'
            ? ' '
            : '\n'
          : as === before && as !== 'block'
            ? '\n'
            : '\n\n'
    number += as === 'step' ? 1 : 0
    const mark = as === 'step' && steps > 1 ? `${number}. ` : as === 'point' || (as === 'step' && steps === 1) ? '- ' : ''
    text += gap + mark + (mark === '' ? sentence.text : hang(sentence.text, ' '.repeat(mark.length)))
    before = as
  }
  return text
}
