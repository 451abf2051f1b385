import { AppError } from '@prologue/contracts'

/** Where a page of the audit ends. */
type Place = { at: Date; sequence: number }

export function writeCursor({ at, sequence }: Place): string {
  return `${at.getTime()}.${sequence}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readCursor(cursor: string): Place {
  const [, time, sequence] = /^(\d{1,13})\.(\d{1,15})$/.exec(cursor) ?? []
  if (time === undefined || sequence === undefined) {
    throw new AppError('VALIDATION', 'This page of the list does not exist. Load the list from its beginning.')
  }
  return { at: new Date(Number(time)), sequence: Number(sequence) }
}
