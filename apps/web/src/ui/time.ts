const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

/** "now", "5 min. ago", "yesterday", then the date: what a list's meta line needs. */
export function ago(date: Date, now: Date = new Date()): string {
  const past = now.getTime() - date.getTime()
  if (past < minute) return 'now'
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute')
  if (past < day) return relative.format(-Math.floor(past / hour), 'hour')
  if (past < 7 * day) return relative.format(-Math.floor(past / day), 'day')
  return dateOnly(date, now)
}

/** The day, with its year where it is not this one. */
export function dateOnly(date: Date, now: Date = new Date()): string {
  const sameYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString('en', { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) })
}

/** Date and time in full, for a title attribute. */
export function fullTime(date: Date): string {
  return date.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
}

/** Milliseconds as people read them: "12 ms", "1.4 s", "2 min 5 s". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
