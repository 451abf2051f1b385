import { AppError, idSchema } from '@prologue/contracts'

/** Where a page of a list in time order ends: the last row's instant and id. */
type Place = { at: Date; id: string }

export function writeCursor({ at, id }: Place): string {
  return `${at.getTime()}.${id}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readCursor(cursor: string): Place {
  const [time, id] = cursor.split('.')
  const at = new Date(Number(time))
  if (!time || Number.isNaN(at.getTime()) || !idSchema.safeParse(id).success || id === undefined) {
    throw new AppError('VALIDATION', 'This page of the list does not exist. Load the list from its beginning.')
  }
  return { at, id }
}
