import { AppError, idSchema } from '@prologue/contracts'

/** Where a page of a list in time order ends: the last row's instant and id. */
type Place = { at: Date; id: string }

export function writeCursor({ at, id }: Place): string {
  return `${at.getTime()}.${id}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readCursor(cursor: string): Place {
  // Thirteen digits reach from 2001 to 2286.
  const [, time, id] = /^(\d{13})\.(.{36})$/.exec(cursor) ?? []
  if (time === undefined || id === undefined || !idSchema.safeParse(id).success) {
    throw new AppError('VALIDATION', 'This page of the list does not exist. Load the list from its beginning.')
  }
  return { at: new Date(Number(time)), id }
}
