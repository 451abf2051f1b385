import { open, type FileHandle } from 'node:fs/promises'
import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport, recordEvent } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'
import { takeOrRefuse } from '../rates/index.ts'
import { archivePath } from './exportFiles.ts'

const gone = 'There is no archive here, or its time is over. Ask for a new one in your account.'

/**
 * The file of an archive that the caller asked for; whoever gets it closes it. The audit tells that it was fetched.
 * @throws AppError UNAUTHENTICATED, RATE_LIMITED; NOT_FOUND for another person's, and for what is not ready or over
 */
export async function openDataExport(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ file: FileHandle; bytes: number; name: string }> {
  const { userId } = withAccount(ctx.actor)
  await takeOrRefuse(ctx, 'fetch-export', userId)
  const found = await DataExport.with(ctx).findOne({ id, userId, state: 'done' }).where('expiresAt', '>', ctx.now())
  if (!found?.lease) throw new AppError('NOT_FOUND', gone)
  const file = await open(archivePath(ctx, found.lease)).catch((error: unknown) => {
    ctx.logger.warn({ err: error, id }, 'An archive that somebody asked for is not in the folder of exports')
    throw new AppError('NOT_FOUND', gone)
  })
  try {
    const { size: bytes } = await file.stat()
    await withTransaction(ctx, (tx) => recordEvent(tx, { action: 'export', entityType: 'data_exports', entityId: id }))
    return { file, bytes, name: `prologue-${found.createdAt.toISOString().slice(0, 10)}.zip` }
  } catch (error) {
    await file.close()
    throw error
  }
}
