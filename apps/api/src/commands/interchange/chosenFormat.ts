import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { formats, recogniseFormat, type Format } from '@prologue/prompt-kit/formats'

/** Bytes of a file that tell what it is. */
const beginning = 65_536

/** @throws Error that names all there are */
export function formatNamed(id: string, named: readonly Format[] = formats): Format {
  const format = named.find((each) => each.id === id)
  if (format === undefined) throw new Error(`There is no format ${id}; there are ${named.map((each) => each.id).join(', ')}.`)
  return format
}

/** The format a file seems to be of. @throws Error where nothing tells, or there is no file */
export async function formatOfFile(file: string): Promise<Format> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
    const [format] = recogniseFormat(basename(file), buffer.toString('utf8', 0, bytesRead))
    if (format === undefined) throw new Error(`${file} tells nothing of its format. Name it with --format.`)
    return format
  } finally {
    await handle.close()
  }
}
