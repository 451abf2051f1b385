import { z } from 'zod'
import { readFrontMatter } from '../frontMatter.ts'
import { isRecord } from '../json/isRecord.ts'
import { titleFrom, titleNote } from '../json/titleFrom.ts'
import { wholeText } from '../readers.ts'
import type { ReadItem } from '../types.ts'
import { refusedBy } from '../yamlFiles/oneItem.ts'

/** A document's front matter and the text below it, or the item that says why it is refused. `unknown` are fields that are not in the schema. */
export type Document<T> =
  | { ok: true; title: string; fields: T; unknown: Record<string, unknown>; content: string; notes: string[] }
  | { ok: false; item: ReadItem }

/** What every front matter may have. */
export const commonFields = { name: z.string().nullish(), description: z.string().nullish() }

/**
 * Reads a Markdown file whose front matter has the fields of a schema, among others.
 * @throws FormatFault
 */
export async function readDocument<S extends typeof commonFields>(
  text: AsyncIterable<string>,
  schema: z.ZodObject<S>,
): Promise<Document<z.output<z.ZodObject<S>>>> {
  const { data, body, bodyLine, lineOf } = readFrontMatter(await wholeText(text))
  const said = isRecord(data) && typeof data['name'] === 'string' && data['name'].trim() !== '' ? data['name'] : null
  const read = schema.safeParse(data)
  if (!read.success) return { ok: false, item: refusedBy(read.error, said, lineOf) }
  if (body.trim() === '')
    return { ok: false, item: { ok: false, place: { line: bodyLine, name: said }, reason: 'There is no text in it.' } }
  const known = Object.keys(schema.shape)
  const unknown = Object.fromEntries(Object.entries(isRecord(data) ? data : {}).filter(([name]) => !known.includes(name)))
  const notes = said === null ? [titleNote] : []
  return { ok: true, title: said ?? titleFrom(body), fields: read.data, unknown, content: body, notes }
}
