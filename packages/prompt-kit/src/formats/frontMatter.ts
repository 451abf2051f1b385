import { withoutMark } from './readers.ts'
import { FormatFault } from './types.ts'
import { readYaml, writeYaml, type Yaml } from './yaml.ts'

/** `bodyLine` is the line of the file that the body begins on; `lineOf` tells lines of the front matter. */
export type FrontMatter = { data: unknown; body: string; bodyLine: number; lineOf: Yaml['lineOf'] }

/** The line of dashes that begins a file, and the next such line, with the break before it where the front matter is not empty. */
const opening = /^---[ \t]*\r?\n/
const closing = /(^|\n)---[ \t]*(?:\r?\n|$)/

/**
 * The YAML between the lines of dashes that a file begins with, and the body after them, byte for byte. Without them the data is {} and all
 * is body.
 * @throws FormatFault with the line of the file, also where no second line of dashes follows
 */
export function readFrontMatter(file: string): FrontMatter {
  const text = withoutMark(file)
  const [begin] = opening.exec(text) ?? []
  if (begin === undefined) return { data: {}, body: text, bodyLine: 1, lineOf: () => 1 }
  const rest = text.slice(begin.length)
  const end = closing.exec(rest)
  if (end === null) throw new FormatFault(1, 'The front matter that begins here is not closed by a line of ---.')
  const yaml = rest.slice(0, end.index + (end[1] ?? '').length)
  const { value, lineOf } = readYaml(yaml, 2)
  const bodyLine = yaml.split('\n').length + 2
  return { data: value ?? {}, body: rest.slice(end.index + end[0].length), bodyLine, lineOf }
}

/** A file that reads to the same; without data there are no lines of dashes, unless the body would be read as if there were. */
export function writeFrontMatter(data: Readonly<Record<string, unknown>>, body: string): string {
  const isEmpty = Object.values(data).every((value) => value === undefined)
  if (isEmpty && !opening.test(withoutMark(body)) && withoutMark(body) === body) return body
  return `---\n${isEmpty ? '' : writeYaml(data)}---\n${body}`
}
