/** The first instant of a month in UTC: of this one, or of one as many months `later`. */
export function startOfMonth(instant: Date, later = 0): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + later))
}

export function nextMonth(month: Date): Date {
  return startOfMonth(month, 1)
}

/** The first instants of all months from one up to another, without the other. */
export function monthsBetween(first: Date, end: Date): Date[] {
  const months: Date[] = []
  for (let month = first; month < end; month = nextMonth(month)) months.push(month)
  return months
}
