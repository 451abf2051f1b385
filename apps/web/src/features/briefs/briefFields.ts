import type { BriefForm } from '@prologue/prompt-kit'

type Length = NonNullable<BriefForm['length']>
type Output = NonNullable<BriefForm['output']>

export const lengthUnits = ['words', 'sentences', 'paragraphs', 'items'] as const satisfies readonly Length['unit'][]
type LengthUnit = (typeof lengthUnits)[number]

export const outputChoices = [
  { value: 'text', label: 'Plain text' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'list', label: 'A list' },
  { value: 'table', label: 'A table' },
  { value: 'json', label: 'JSON' },
  { value: 'csv', label: 'CSV' },
  { value: 'xml', label: 'XML' },
  { value: 'code', label: 'Code' },
] as const satisfies readonly { value: Output['kind']; label: string }[]

/** The details as they stand in their fields; all text, blank where nothing was said. */
export type BriefFields = {
  role: string
  audience: string
  /** One a line. */
  steps: string
  /** One a line. */
  do: string
  /** One a line. */
  dont: string
  /** With commas between. */
  tone: string
  language: string
  atMost: string
  lengthUnit: LengthUnit
  output: Output['kind'] | ''
}

export const emptyFields: BriefFields = {
  role: '',
  audience: '',
  steps: '',
  do: '',
  dont: '',
  tone: '',
  language: '',
  atMost: '',
  lengthUnit: 'words',
  output: '',
}

// A pasted list brings its own bullets and numbers; the composer sets its own.
const bullet = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(bullet, '').trim())
    .filter(Boolean)
}

// Something that forbids within its first words: "Do not …", "You must never …", "Under no circumstances …".
const forbids = /^(?:\S+\s+){0,3}(?:never|not?|avoid|without|cannot|\S+n['’]t)\b/iu

/** A line of the field called Never as a rule that stands by itself: "promise refunds" must not become an order to do so. */
function prohibition(line: string): string {
  if (forbids.test(line)) return line
  const [first = '', ...rest] = line.split(' ')
  const word = /^\p{Lu}\p{Ll}*$/u.test(first) && first !== 'I' ? first.toLowerCase() : first
  return ['Never', word, ...rest].join(' ')
}

/** What was filled in, in the shape the server takes; undefined where nothing was. */
export function toBriefForm(fields: BriefFields): BriefForm | undefined {
  const role = fields.role.trim()
  const audience = fields.audience.trim()
  const language = fields.language.trim()
  const steps = lines(fields.steps)
  const wanted = lines(fields.do)
  const unwanted = lines(fields.dont)
  const tone = fields.tone
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  const atMost = Number.parseInt(fields.atMost, 10)
  const form: BriefForm = {
    ...(role && { role }),
    ...(audience && { audience }),
    ...(language && { language }),
    ...(steps.length > 0 && { steps }),
    ...(wanted.length > 0 && { do: wanted }),
    ...(unwanted.length > 0 && { dont: unwanted.map((line) => ({ rule: prohibition(line) })) }),
    ...(tone.length > 0 && { tone }),
    ...(atMost > 0 && { length: { unit: fields.lengthUnit, max: atMost } }),
    ...(fields.output && { output: { kind: fields.output } }),
  }
  return Object.keys(form).length > 0 ? form : undefined
}

/** How many of the details say something, for the button that hides them. */
export function filledCount(fields: BriefFields): number {
  return Object.keys(toBriefForm(fields) ?? {}).length
}
