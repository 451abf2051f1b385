import type { Measured } from './measureBriefs.ts'

const shown = 10

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const start = (brief: string) => JSON.stringify(brief.slice(0, 60))

/** The figures of one column as lines for people; the first failures with what they failed on. */
export function report(title: string, measured: Measured): string {
  const { count, throws, dropped, incomplete, filled } = measured
  const times = measured.times.toSorted((one, other) => one - other)
  const slots = [...filled].toSorted(([, one], [, other]) => other - one)
  return [
    `${title}: ${count} briefs, ${throws.length} throws, ${dropped.length} with dropped words, ${incomplete.length} without a needed section`,
    `  slots: ${slots.map(([name, hits]) => `${name} ${((100 * hits) / Math.max(1, count)).toFixed(1)} %`).join(', ')}`,
    `  time: median ${quantile(times, 0.5).toFixed(2)} ms, 95 % below ${quantile(times, 0.95).toFixed(2)} ms, longest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    ...throws.slice(0, shown).map(({ brief, error }) => `  throws ${start(brief)}: ${error}`),
    ...dropped.slice(0, shown).map(({ brief, words }) => `  drops ${start(brief)}: ${words.slice(0, 12).join(', ')}`),
    ...incomplete.slice(0, shown).map(({ brief, missing }) => `  lacks ${start(brief)}: ${missing.join(', ')}`),
  ].join('\n')
}
