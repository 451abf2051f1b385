import { limits, templateCategories } from '@prologue/contracts'
import { FormatFault, formatOf, prepareItem, type FormatId, type Prepared } from '@prologue/prompt-kit/formats'
import { pause } from './pause.ts'
import { textOf, type Source } from './source.ts'

type Reading = { source: Source; format: FormatId; convert: boolean; signal: AbortSignal; onBytes: (read: number) => void }

/** Why a file cannot be read, for people. */
class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/**
 * The items of a file as they would be imported; the page stays alive meanwhile. Ends early when the signal says so.
 * @throws UnreadableFile with file and line
 */
export async function* readItems({ source, format, convert, signal, onBytes }: Reading): AsyncGenerator<Prepared> {
  const rest = pause()
  try {
    for await (const item of formatOf(format).read(textOf(source, onBytes))) {
      await rest()
      if (signal.aborted) return
      yield prepareItem(item, { convert, room: limits, categories: templateCategories })
    }
  } catch (error) {
    if (error instanceof FormatFault)
      throw new UnreadableFile(`${source.name}, line ${error.line}: ${error.message}`, { cause: error })
    throw error
  }
}
