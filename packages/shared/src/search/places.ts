import { AppError, idSchema, templateSorts, type SearchSort } from '@prologue/contracts'

/** Where a page of hits ends, in which order: the last hit's value in it and its id. */
export type Place = { order: SearchSort; value: number; id: string }

const pattern = /^([a-z-]{1,20})~(-?[\d.e+-]{1,30})~(.{36})$/

export function writePlace({ order, value, id }: Place): string {
  return `${order}~${value}~${id}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readPlace(cursor: string): Place {
  const [, name, value, id] = pattern.exec(cursor) ?? []
  const order = (['relevance', ...templateSorts] as const).find((sort) => sort === name)
  const known = order !== undefined && id !== undefined && idSchema.safeParse(id).success
  if (!known || !Number.isFinite(Number(value))) throw noSuchPage()
  return { order, value: Number(value), id }
}

export function noSuchPage(): AppError {
  return new AppError('VALIDATION', 'This page of the search does not exist. Search again.')
}
