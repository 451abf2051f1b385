import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { decodeText, FormatFault, type Format, type ReadItem } from '@prologue/prompt-kit/formats'
import { visible } from './visible.ts'

type Reading = { file: string; format: Format; onProgress: (done: number, of: number) => void }

/**
 * The items of a file one after the other; `onProgress` is told bytes.
 * @throws Error with file and line where it cannot be read further
 */
export async function* readItems({ file, format, onProgress }: Reading): AsyncGenerator<ReadItem> {
  const { size } = await stat(file)
  const stream = createReadStream(file, { highWaterMark: 16_384 })
  try {
    for await (const item of format.read(decodeText(stream))) {
      onProgress(Math.min(stream.bytesRead, size - 1), size)
      yield item
    }
  } catch (error) {
    throw error instanceof FormatFault
      ? new Error(`${file}, line ${error.line}: ${visible(error.message)}`, { cause: error })
      : error
  } finally {
    stream.destroy()
  }
  onProgress(size, size)
}
