import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'

/** What a test server may grow to, in bytes. */
const needed = 4 * 1024 ** 3

/**
 * A folder in memory where there is one with enough room, else the temporary folder. Tests make hundreds of tables, and a
 * disk writes each of them out; a killed process loses nothing in memory that it had written.
 */
export async function memoryFolder(): Promise<string> {
  const memory = '/dev/shm'
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return free >= needed ? memory : tmpdir()
}
