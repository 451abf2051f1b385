import { settingsSchema, usualSettings, type Settings } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Setting } from '../models/index.ts'

/**
 * What administrators have set, and of the rest what is usual. Read each time, which is one small table: so every process follows
 * at once.
 */
export async function readSettings({ db }: Pick<Ctx, 'db'>): Promise<Settings> {
  const rows = await Setting.query(db)
  const set = rows.map(({ name, value }) => [name, value.is])
  // What a newer server wrote and this one does not know is not looked at.
  return settingsSchema.parse({ ...usualSettings, ...Object.fromEntries(set) })
}
