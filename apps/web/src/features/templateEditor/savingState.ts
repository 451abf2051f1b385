import { failedWith, wireOf } from '../../failure.ts'

/** `offline` is tried again by itself; `unsendable` was refused as it stands; `gone`: the template is no longer the writer's to change. */
export type SavingState = 'saved' | 'saving' | 'offline' | 'unsendable' | 'signed-out' | 'gone' | 'conflict'

/** What a text that is not saved yet is in, by what the last try failed with. */
export function unsavedState(failure: unknown): SavingState {
  if (failure === null) return 'saving'
  if (isPassing(failure)) return 'offline'
  if (failedWith(failure, 'UNAUTHENTICATED')) return 'signed-out'
  return failedWith(failure, 'NOT_FOUND') || failedWith(failure, 'FORBIDDEN') ? 'gone' : 'unsendable'
}

const passing = new Set(['DB_UNAVAILABLE', 'RATE_LIMITED', 'STORAGE_FULL', 'INTERNAL'])

/** What the connection or a busy server broke goes well another time. */
export function isPassing(failure: unknown): boolean {
  const code = wireOf(failure)?.code
  return code === undefined || passing.has(code)
}

export const stateWords: Readonly<Record<SavingState, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Offline (kept here)',
  unsendable: 'Not saved',
  'signed-out': 'Signed out (kept here)',
  gone: 'Not saved',
  conflict: 'Two texts',
}
