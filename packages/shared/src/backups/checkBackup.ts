import { stat } from 'node:fs/promises'
import type { BackupFoot, BackupHead, Report } from './format.ts'
import { readBackup } from './readBackup.ts'

/** Reads a backup to its end. @throws Error as `readBackup` does */
export async function checkBackup(path: string, report: Report): Promise<{ head: BackupHead; foot: BackupFoot }> {
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  )
  let head: BackupHead | undefined
  let foot: BackupFoot | undefined
  const tell = (bytes: number) => report('check the file', Math.min(bytes, size - 1), size)
  for await (const part of readBackup(path, tell)) {
    if (part.kind === 'head') head = part.head
    if (part.kind === 'foot') foot = part.foot
  }
  if (!head || !foot) throw new Error(`${path} is no backup that this version of Prologue reads.`)
  report('check the file', size, size)
  return { head, foot }
}
