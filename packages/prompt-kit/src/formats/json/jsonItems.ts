import { readJson, readJsonWithLines, wholeText, withoutMark } from '../readers.ts'
import { FormatFault } from '../types.ts'
import { isRecord } from './isRecord.ts'
import { splitList } from './splitList.ts'

/** Characters of space before a list: what has more is read whole, which has its limit. */
const mostSpace = 100_000

/** One value of a file, with the line it begins on. */
export type JsonItem = { value: unknown; line: number }

/**
 * The items of a JSON file. A list at the root is read item by item, however long it is; of an object, which is read whole, the items stand in
 * the first of its fields `lists` that is a list, else it is the one item itself.
 * @throws FormatFault
 */
export async function* jsonItems(text: AsyncIterable<string>, lists: readonly string[]): AsyncGenerator<JsonItem> {
  const pieces = text[Symbol.asyncIterator]()
  let beginning = ''
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    beginning = withoutMark(beginning + next.value)
    if (beginning.trim() !== '' || beginning.length > mostSpace) break
  }
  const whole = continued(beginning, pieces)
  if (!beginning.trimStart().startsWith('[')) yield* itemsOf(await wholeText(whole), lists)
  else for await (const { text, line } of splitList(whole)) yield { value: valueAt(text, line), line }
}

async function* continued(beginning: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}

function* itemsOf(text: string, lists: readonly string[]): Generator<JsonItem> {
  const { value, lineOf } = readJsonWithLines(text)
  const fields = isRecord(value) ? value : {}
  const field = lists.find((name) => Array.isArray(fields[name]))
  const items: unknown = field === undefined ? null : fields[field]
  if (field === undefined || !Array.isArray(items)) yield { value, line: lineOf([]) }
  else for (const [index, item] of items.entries()) yield { value: item, line: lineOf([field, index]) }
}

function valueAt(text: string, line: number): unknown {
  try {
    return readJson(text)
  } catch (error) {
    throw error instanceof FormatFault ? new FormatFault(line + error.line - 1, error.message) : error
  }
}
