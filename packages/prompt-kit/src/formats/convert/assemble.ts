import type { Change, Leftover } from './convertSyntax.ts'
import { applyEdits } from '../../diff/applyEdits.ts'
import { escapeRun, type Segment } from './escapeRun.ts'
import type { Naming } from './nameAll.ts'
import type { Code, Piece } from './pieces.ts'

/** Puts the template together: code in the place of what it stands for, and plain text so that Liquid leaves it alone. */
export function assemble(
  source: string,
  pieces: readonly Piece[],
  naming: Naming,
  isOneRaw: boolean,
): { content: string; changes: Change[]; leftovers: Leftover[] } {
  const changes: Change[] = []
  const leftovers: Leftover[] = []
  let run: Segment[] = []
  let at = 0
  const change = (start: number, end: number, to: string, variable: string | null) => {
    const from = source.slice(start, end)
    if (from !== to) changes.push({ range: { start, end }, from, to, variable })
  }
  const keep = (end: number) => {
    if (end > at) run.push({ start: at, end, text: source.slice(at, end), isSame: true })
    at = end
  }
  const endRun = (isFollowed: boolean) => {
    for (const { start, end, to } of escapeRun(run, isFollowed, isOneRaw)) change(start, end, to, null)
    run = []
  }
  for (const piece of pieces) {
    const { start, end } = piece
    keep(start)
    if (piece.kind === 'left') {
      leftovers.push({ range: { start, end }, text: source.slice(start, end), reason: piece.reason })
      keep(end)
    } else if (piece.kind === 'text') {
      run.push({ start, end, text: piece.text, isSame: false })
    } else {
      const to = piece.code.map(naming.write).join('')
      endRun(to.startsWith('{'))
      change(start, end, to, variableOf(piece.code, naming))
    }
    at = end
  }
  keep(source.length)
  endRun(false)
  const edits = changes.map(({ range: { start, end }, to }) => ({ index: start, remove: end - start, insert: to }))
  return { content: applyEdits(source, edits), changes, leftovers }
}

/** The first variable of a piece of code. */
function variableOf(code: Code, naming: Naming): string | null {
  for (const part of code) if (typeof part !== 'string' && 'variable' in part) return naming.nameOf(part.variable)
  return null
}
