import type { DataExport as DataExportShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'
import { presentDataExport } from './presentDataExport.ts'

/** What became of the archive that the caller asked for last; null where there is none, or no more. @throws AppError UNAUTHENTICATED */
export async function getDataExport(ctx: Ctx): Promise<DataExportShape | null> {
  const { userId } = withAccount(ctx.actor)
  const last = await DataExport.with(ctx)
    .where({ userId })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first()
  if (!last || (last.expiresAt && last.expiresAt <= ctx.now())) return null
  return presentDataExport(last)
}
