import { decodeText } from '@prologue/prompt-kit/formats'

/** Where templates are read from: a file that was chosen, or a text that was pasted. */
export type Source = { name: string; blob: Blob }

/** Characters of a file that tell its format. */
const beginning = 65_536

/** The text of a source piece by piece; `onBytes` is told how much of it was read. */
export function textOf(source: Source, onBytes: (read: number) => void): AsyncGenerator<string> {
  return decodeText(bytesOf(source.blob, onBytes))
}

export async function beginningOf({ blob }: Source): Promise<string> {
  return blob.slice(0, beginning).text()
}

// Not all browsers go through a stream by `for await`.
async function* bytesOf(blob: Blob, onBytes: (read: number) => void): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader()
  let read = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      read += next.value.length
      onBytes(read)
      yield next.value
    }
  } finally {
    await reader.cancel()
  }
}
