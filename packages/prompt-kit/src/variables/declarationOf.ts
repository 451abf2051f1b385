import { variableSchema, type Variable, type VariableType } from './schema.ts'

/** What a text does with a variable: prints it, asks whether it is there, goes through it, compares it with a text or with a number. */
export type WayOfUse = 'printed' | 'tested' | 'listed' | 'compared' | 'measured'

type Shape = { type: VariableType; default?: string | number | boolean; options?: string[] }

/**
 * A declaration for a variable that had none, null for a name that cannot be declared. The type is told by the default that came with it, by
 * how the text uses it and by names that leave no doubt; else it is text. A default that fits no type is left out, and one that lists what to
 * choose from gives the options.
 */
export function declarationOf(
  name: string,
  standard: string | null = null,
  ways: ReadonlySet<WayOfUse> = new Set(),
): Variable | null {
  const required = standard !== '' && !ways.has('tested') && !ways.has('listed')
  const declare = (shape: Shape) => variableSchema.safeParse({ name, required, ...shape }).data
  const isGiven = standard !== null && standard !== ''
  return (
    declare(isGiven ? shapeByDefault(name, standard, ways) : shapeByUse(name, ways)) ??
    declare({ type: isGiven && isLong(standard) ? 'longtext' : 'text' }) ??
    null
  )
}

function isLong(text: string): boolean {
  return /[\r\n]/.test(text) || text.length > 200
}

/** Numbers by their looks that are none: a phone number, "version 2". */
const marks = /(?:^|_)(?:version|phone|tel|zip|postcode|code|pin|id|isbn|year|model|release|port)(?:_|$)/

/** Only what renders to the very same characters has another type than text. */
function shapeByDefault(name: string, standard: string, ways: ReadonlySet<WayOfUse>): Shape {
  if (ways.has('listed')) return { type: 'list' }
  if (isLong(standard)) return { type: 'longtext', default: standard }
  const options = optionsIn(name, standard)
  if (options !== null) return { type: 'enum', options }
  if (standard === 'true' || standard === 'false') return { type: 'boolean', default: standard === 'true' }
  const number = /^-?\d+(?:\.\d+)?$/.test(standard) ? Number(standard) : null
  if (number !== null && String(number) === standard && !marks.test(name))
    return { type: Number.isSafeInteger(number) ? 'integer' : 'number', default: number }
  const isDay = variableSchema.safeParse({ name, type: 'date', default: standard }).success
  if (isDay) return { type: 'date', default: standard }
  return { type: longNames.test(name) ? 'longtext' : 'text', default: standard }
}

const countNames = /^(?:num|number_of|count_of)_[a-z]|_count$|^count$/
const dayNames = /^(?:today|todays_date|date)$|_date$|^date_of_[a-z]/
const longNames =
  /(?:^|_)(?:text|content|contents|document|documents|transcript|article|passage|paragraph|notes|body|essay|story|resume|conversation|chat_history|history|context|diff|logs|source_code|code_snippet)$/

function shapeByUse(name: string, ways: ReadonlySet<WayOfUse>): Shape {
  const isUsed = (...these: WayOfUse[]) => these.some((way) => ways.has(way))
  if (isUsed('listed')) return { type: 'list' }
  if (isUsed('measured')) return { type: 'number' }
  if (isUsed('compared')) return { type: 'text' }
  if (isUsed('tested') && !isUsed('printed')) return { type: 'boolean' }
  if (countNames.test(name)) return { type: 'integer' }
  if (dayNames.test(name)) return { type: 'date' }
  return { type: longNames.test(name) ? 'longtext' : 'text' }
}

/** Names of what one chooses: elsewhere "HTML/CSS" and "he/she" list nothing to choose from. */
const choices =
  /(?:^|_)(?:tone|style|mode|level|difficulty|formality|mood|length|size|priority|severity|verbosity|complexity|pace)$/

function optionsIn(name: string, standard: string): string[] | null {
  const options = standard.split(standard.includes('|') ? '|' : '/').map((option) => option.trim())
  const isSure = choices.test(name) || /^(?:yes\/no|on\/off|true\/false)$/i.test(standard)
  const areWords = options.every((option) => /^\p{L}[\p{L} -]{0,29}$/u.test(option))
  return isSure && areWords && options.length > 1 && new Set(options).size === options.length ? options : null
}
