import type { Variable } from '../../variables/schema.ts'
import { readJsonWithLines, wholeText } from '../readers.ts'
import type { FormatId, PortableVersion, ReadItem, Syntax } from '../types.ts'
import { droppedNote, dropSecrets } from './dropSecrets.ts'
import { titleFrom, titleNote } from './titleFrom.ts'

/** What a file of one template says of it; without a title its first words are one. */
export type ReadText = {
  ok: true
  title: string | null
  description: string
  content: string
  variables: Variable[]
  settings: PortableVersion['settings']
  syntax: Syntax | null
  kept: Record<string, unknown>
  notes: string[]
}

/**
 * The template of a JSON file that holds one.
 * @param read is given the data without keys of connections
 * @throws FormatFault
 */
export async function* readOne(
  text: AsyncIterable<string>,
  id: FormatId,
  read: (value: unknown) => ReadText | { ok: false; reason: string },
): AsyncGenerator<ReadItem> {
  const { value, lineOf } = readJsonWithLines(await wholeText(text))
  const line = lineOf([])
  const { value: safe, dropped } = dropSecrets(value)
  const found = read(safe)
  if (!found.ok) {
    yield { ok: false, place: { line, name: null }, reason: found.reason }
    return
  }
  const { title, description, content, variables, settings, syntax, kept, notes } = found
  yield {
    ok: true,
    place: { line, name: title },
    template: {
      title: title ?? titleFrom(content),
      description,
      category: null,
      tags: [],
      versions: [{ number: 1, content, variables, settings, message: '', author: null, createdAt: null }],
      labels: [],
      ratings: null,
      extras: Object.keys(kept).length > 0 ? { [id]: kept } : {},
    },
    syntax,
    notes: [...(title === null ? [titleNote] : []), ...notes, ...droppedNote(dropped)],
  }
}
