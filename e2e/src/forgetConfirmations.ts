import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'

/** As if everybody had proved long ago who they are. */
export function forgetConfirmations(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'prologue.sqlite'), { timeout: 5_000 })
  database.prepare('update sessions set confirmed_at = ?').run(Date.now() - 3_600_000)
  database.close()
}
