import type { DiffLine } from '@prologue/prompt-kit'

/** Lines to be shown, or unchanged ones that are folded away until they are asked for. */
type LineFold = { folded: boolean; lines: readonly DiffLine[] }

/** Unchanged lines that stay in sight above and below a change. */
const around = 3
/** Fewer than this are shown as they are: the button would take as much room. */
const fewest = 4

/** Parts what differs from long stretches that do not. Where nothing differs nothing is folded. */
export function foldLines(lines: readonly DiffLine[]): LineFold[] {
  const near = new Set<number>()
  for (const [index, { kind }] of lines.entries())
    if (kind !== 'same') for (let other = index - around; other <= index + around; other++) near.add(other)
  if (near.size === 0) return lines.length === 0 ? [] : [{ folded: false, lines }]
  const stretches: { folded: boolean; lines: DiffLine[] }[] = []
  for (const [index, line] of lines.entries()) {
    const folded = !near.has(index)
    const last = stretches.at(-1)
    if (last?.folded === folded) last.lines.push(line)
    else stretches.push({ folded, lines: [line] })
  }
  return stretches.map(({ folded, lines }) => ({ folded: folded && lines.length >= fewest, lines }))
}
