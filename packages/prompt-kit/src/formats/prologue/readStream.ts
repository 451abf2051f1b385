import { JSONParser, TokenType } from '@streamparser/json'
import { jsonEndsTooSoon, jsonIsWrong, withoutMark } from '../readers.ts'
import { FormatFault } from '../types.ts'

/** Characters of one template with all its versions. */
const longestItem = 20_000_000

/** What a file says of itself, or the text of one of its templates, in their order. */
export type Found =
  | { kind: 'format' | 'version'; value: unknown; line: number }
  | { kind: 'template'; text: string; line: number }

/** `raw` is text of the file from the offset `rawStart` on, `open` where in the file the template that is being read begins. */
type State = {
  line: number
  offset: number
  raw: string
  rawStart: number
  open: { offset: number; line: number } | null
  found: Found[]
}

/**
 * Reads `{"format": …, "version": …, "templates": […]}` piece by piece: of the templates one at a time is held.
 * @throws FormatFault
 */
export async function* readStream(text: AsyncIterable<string>): AsyncGenerator<Found> {
  const state: State = { line: 1, offset: 0, raw: '', rawStart: 0, open: null, found: [] }
  const parser = new JSONParser({ paths: ['$.format', '$.version'], keepStack: false })
  parser.onToken = watchTokens(state)
  parser.onValue = ({ value, key }) =>
    state.found.push({ kind: key === 'format' ? 'format' : 'version', value, line: state.line })
  let isFirst = true
  let unread = 0
  for await (const piece of text) {
    if (piece === '') continue
    // No token holds a line end, so line by line each is known by its line.
    for (const part of (isFirst ? withoutMark(piece) : piece).split(/(?<=\n)/)) {
      hold(state, part)
      write(parser, part, state.line)
      unread = state.found.length === 0 ? unread + part.length : 0
      yield* state.found.splice(0)
      if (unread > longestItem)
        throw new FormatFault(state.open?.line ?? state.line, 'What begins here is longer than 20 million characters.')
      state.offset += part.length
      if (part.endsWith('\n')) state.line++
    }
    isFirst = false
  }
  if (!parser.isEnded) throw new FormatFault(state.line, jsonEndsTooSoon)
}

/** Keeps the text of what is open, and no more. */
function hold(state: State, part: string): void {
  const start = state.open?.offset ?? state.offset
  state.raw = (start > state.rawStart ? state.raw.slice(start - state.rawStart) : state.raw) + part
  state.rawStart = start
}

/**
 * Letters beyond ASCII can stand in strings alone, so that others in their stead change nothing of the structure; with them the parser counts
 * bytes, and drops some. The texts of templates are read from the file itself.
 */
function write(parser: JSONParser, part: string, line: number): void {
  try {
    parser.write(part.replaceAll(/[^\0-\x7f]/g, '~'))
  } catch (error) {
    throw error instanceof FormatFault ? error : new FormatFault(line, jsonIsWrong)
  }
}

const opening: readonly TokenType[] = [TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]
const closing: readonly TokenType[] = [TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]

/** Finds where each template begins and ends, and refuses a file that is something else. */
function watchTokens(state: State): (info: { token: TokenType; value: unknown; offset: number }) => void {
  let depth = 0
  let key: unknown = null
  let before: TokenType | null = null
  return ({ token, value, offset }) => {
    if (closing.includes(token)) depth--
    const isValue = token !== TokenType.COMMA && token !== TokenType.COLON && !closing.includes(token)
    if (depth === 0 && before === null && token !== TokenType.LEFT_BRACE)
      throw new FormatFault(state.line, 'The file should be an object with "templates".')
    if (depth === 1 && before !== TokenType.COLON && token === TokenType.STRING) key = value
    if (depth === 1 && before === TokenType.COLON && key === 'templates' && token !== TokenType.LEFT_BRACKET)
      throw new FormatFault(state.line, 'The field "templates" should be a list.')
    if (depth === 2 && key === 'templates') {
      if (opening.includes(token)) state.open = { offset, line: state.line }
      else if (isValue) state.found.push({ kind: 'template', text: JSON.stringify(value), line: state.line })
      else if (state.open !== null && closing.includes(token)) {
        const text = state.raw.slice(state.open.offset - state.rawStart, offset + 1 - state.rawStart)
        state.found.push({ kind: 'template', text, line: state.open.line })
        state.open = null
      }
    }
    if (opening.includes(token)) depth++
    before = token
  }
}
