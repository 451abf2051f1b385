/** The instant that many days before another. @throws Error for what is no number of days: nothing is purged by mistake. */
export function daysBefore(now: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0) throw new Error(`${days} is no number of days`)
  return new Date(now.getTime() - days * 86_400_000)
}
