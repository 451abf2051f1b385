import { AppError, idSchema, templateSorts, type SearchSort } from '@prologue/contracts'

/**
 * Where a page of hits ends, in which order: the last hit's value in it and its id. By relevance the next page is only the next
 * with the weights that the terms had.
 */
export type Place = { order: SearchSort; weights: number[]; value: number; id: string }

const pattern = /^([a-z-]{1,20})~([1-3]{0,20})~(\d{1,16})~(.{36})$/

export function writePlace({ order, weights, value, id }: Place): string {
  return `${order}~${weights.join('')}~${value}~${id}`
}

/** @throws AppError VALIDATION for anything this server did not write. */
export function readPlace(cursor: string): Place {
  const [, name, weights = '', value, id] = pattern.exec(cursor) ?? []
  const order = (['relevance', ...templateSorts] as const).find((sort) => sort === name)
  if (order === undefined || id === undefined || !idSchema.safeParse(id).success) throw noSuchPage()
  return { order, weights: Array.from(weights, Number), value: Number(value), id }
}

export function noSuchPage(): AppError {
  return new AppError('VALIDATION', 'This page of the search does not exist. Search again.')
}
