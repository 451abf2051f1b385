import type { Activity } from '@prologue/contracts'

/** The files the activity can be taken away in: how each begins, and what it has of an event. */
export const activityFiles = {
  csv: {
    label: 'CSV',
    extension: 'csv',
    type: 'text/csv',
    begins: () => csvLine(columns.map(({ name }) => name)),
    written: csvOf,
  },
  jsonl: {
    label: 'JSON Lines',
    extension: 'jsonl',
    type: 'application/jsonl',
    begins: () => '',
    written: (event: Activity) => `${JSON.stringify(event)}\n`,
  },
} as const
export type ActivityFile = keyof typeof activityFiles

const columns: readonly { name: string; of: (event: Activity) => string }[] = [
  { name: 'number', of: ({ sequence }) => String(sequence) },
  { name: 'at', of: ({ at }) => at.toISOString() },
  { name: 'actor', of: ({ actor }) => actor?.name ?? '' },
  { name: 'actor_id', of: ({ actor }) => actor?.id ?? '' },
  { name: 'action', of: ({ action }) => action },
  { name: 'kind', of: ({ entity }) => entity.type },
  { name: 'thing', of: ({ entity }) => entity.id ?? '' },
  { name: 'changes', of: ({ changes }) => (changes === null ? '' : JSON.stringify(changes)) },
  { name: 'ip', of: ({ ip }) => ip ?? '' },
  { name: 'user_agent', of: ({ userAgent }) => userAgent ?? '' },
  { name: 'session', of: ({ sessionId }) => sessionId ?? '' },
  { name: 'request', of: ({ requestId }) => requestId },
  { name: 'id', of: ({ id }) => id },
]

function csvOf(event: Activity): string {
  return csvLine(columns.map(({ of }) => of(event)))
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Names and browsers are what anybody says they are: a spreadsheet is to take none for a formula. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
