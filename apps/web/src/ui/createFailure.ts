import { createMemo, type Accessor } from 'solid-js'

type Reading = { isSuccess: boolean; errorUpdateCount: number; error: unknown }

/** What a query failed with, until it succeeds: also while it is read again, so that the word of it does not come and go. */
export function createFailure(query: Reading): Accessor<unknown> {
  return createMemo<unknown>((before) => (query.isSuccess || query.errorUpdateCount === 0 ? null : (query.error ?? before)), null)
}
