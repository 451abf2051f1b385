import type { TemplateUsage } from '@prologue/contracts'

type Day = TemplateUsage[number]

const dayAndMonth = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "Nov 22" for "2026-11-22": the server counts days in UTC. */
export const dayWord = (day: string): string => dayAndMonth.format(new Date(`${day}T00:00:00Z`))

/** "1 use", "1,204 uses". */
export const usesWord = (uses: number): string => (uses === 1 ? '1 use' : `${uses.toLocaleString('en')} uses`)

/** All uses of the days, and the day with the most of them; none where there are no uses. */
export function usageFigures(days: readonly Day[]): { all: number; busiest: Day | undefined } {
  const all = days.reduce((sum, { uses }) => sum + uses, 0)
  if (all === 0) return { all, busiest: undefined }
  return { all, busiest: days.reduce((most, day) => (day.uses > most.uses ? day : most)) }
}

/** Weeks that end with the newest day, the newest first; the oldest may be short. */
export function weeksOf(days: readonly Day[]): { from: string; to: string; uses: number }[] {
  const weeks: { from: string; to: string; uses: number }[] = []
  for (let end = days.length; end > 0; end -= 7) {
    const week = days.slice(Math.max(0, end - 7), end)
    const [first, last] = [week[0], week.at(-1)]
    if (first && last) weeks.push({ from: first.day, to: last.day, uses: usageFigures(week).all })
  }
  return weeks
}
