import { AppError, idSchema } from '@prologue/contracts'

/** Where a page of a list in the order of a number ends: the last row's number and id. */
export type Place = { value: number; id: string }

export function writePlace({ value, id }: Place): string {
  return `${value}.${id}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readPlace(cursor: string): Place {
  // Thirteen digits: the milliseconds of an instant until 2286.
  const [, value, id] = /^(\d{1,13})\.(.{36})$/.exec(cursor) ?? []
  if (value === undefined || id === undefined || !idSchema.safeParse(id).success) {
    throw new AppError('VALIDATION', 'This page of the list does not exist. Load the list from its beginning.')
  }
  return { value: Number(value), id }
}
