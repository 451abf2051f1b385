import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createZstdDecompress } from 'node:zlib'
import {
  footSchema,
  headSchema,
  rowSchema,
  tableLineSchema,
  type BackupFoot,
  type BackupHead,
  type BackupTable,
} from './format.ts'

export type BackupPart =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'row'; table: BackupTable; row: (string | number | null)[] }
  | { kind: 'foot'; foot: BackupFoot }

const newline = 10
const bracket = 91

/**
 * The parts of a backup in their order, some rows in memory at a time. `tell` hears how many bytes of the file were read. Only
 * after the foot has come is it certain that all before it is as it was written.
 * @throws Error with a sentence for the operator where the file is none, is cut off or is not as it was written
 */
export async function* readBackup(path: string, tell: (bytes: number) => void = () => {}): AsyncGenerator<BackupPart> {
  const all = createHash('sha256')
  let head: BackupHead | undefined
  let table: BackupTable | undefined
  let foot: BackupFoot | undefined
  for await (const line of linesOf(path, tell)) {
    if (foot) throw damaged(path)
    const value: unknown = parsed(path, line)
    if (!head) {
      const read = headSchema.safeParse(value)
      if (!read.success) throw new Error(`${path} is no backup that this version of Prologue reads.`)
      head = read.data
      yield { kind: 'head', head }
    } else if (line[0] === bracket) {
      const read = rowSchema.safeParse(value)
      if (!read.success || !table || read.data.length !== table.columns.length) throw damaged(path)
      yield { kind: 'row', table, row: read.data }
    } else {
      const begun = tableLineSchema.safeParse(value)
      table = begun.data && head.tables.find(({ name }) => name === begun.data.table)
      if (!table) {
        foot = footSchema.safeParse(value).data
        if (foot?.digest !== all.digest('hex')) throw damaged(path)
        yield { kind: 'foot', foot }
        continue
      }
    }
    all.update(line).update('\n')
  }
  if (!foot) throw new Error(`The backup ${path} is cut off: its end is missing. Take another one.`)
}

async function* linesOf(path: string, tell: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const text = createZstdDecompress()
  file.once('error', (error) => text.destroy(error))
  let begun: Buffer[] = []
  try {
    for await (const chunk of file.pipe(text)) {
      tell(file.bytesRead)
      if (!Buffer.isBuffer(chunk)) throw damaged(path)
      let start = 0
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        yield begun.length > 0 ? Buffer.concat([...begun, chunk.subarray(start, end)]) : chunk.subarray(start, end)
        begun = []
        start = end + 1
      }
      if (start < chunk.length) begun.push(chunk.subarray(start))
    }
  } catch (error) {
    throw explained(path, error)
  } finally {
    file.destroy()
    text.destroy()
  }
}

function parsed(path: string, line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    throw damaged(path)
  }
}

function damaged(path: string): Error {
  return new Error(`The backup ${path} is damaged: it is not as it was written. Take another one.`)
}

/** What reading the file and unpacking it throw, as people read it. */
function explained(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new Error(`The backup ${path} is cut off: its end is missing. Take another one.`)
  if (code.startsWith('ZSTD_error_prefix_unknown')) return new Error(`${path} is no backup: it does not begin as one.`)
  if (code.startsWith('ZSTD_')) return damaged(path)
  if (code === 'ENOENT') return new Error(`There is no file ${path}.`)
  return error
}
