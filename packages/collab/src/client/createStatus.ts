import type { DraftClient, DraftStatus } from './types.ts'

/** What the header says about a draft, told only when it changes. */
export function createStatus(): DraftClient['status'] & { set: (next: DraftStatus) => void; end: () => void } {
  let status: DraftStatus = { state: 'loading', unsent: 0, canWrite: false, role: null, closedBecause: null, closedWords: '' }
  const listeners = new Set<(status: DraftStatus) => void>()
  return {
    get: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      const same =
        next.state === status.state &&
        next.unsent === status.unsent &&
        next.canWrite === status.canWrite &&
        next.role === status.role &&
        next.closedBecause === status.closedBecause &&
        next.closedWords === status.closedWords
      if (same) return
      status = next
      for (const listener of listeners) listener(status)
    },
    end: () => listeners.clear(),
  }
}
