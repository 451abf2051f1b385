import { readFile } from 'node:fs/promises'
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'

/** The texts of a zip by the names of its files. */
export async function readArchive(zipped: string | Uint8Array): Promise<Record<string, string>> {
  const bytes = typeof zipped === 'string' ? new Uint8Array(await readFile(zipped)) : zipped
  const reader = new ZipReader(new Uint8ArrayReader(bytes))
  const files: Record<string, string> = {}
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue
    files[entry.filename] = new TextDecoder().decode(await entry.arrayBuffer())
  }
  await reader.close()
  return files
}
