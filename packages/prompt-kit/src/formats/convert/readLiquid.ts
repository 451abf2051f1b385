import { usesOf } from '../../variables/listUses.ts'
import { parseTemplate } from '../../variables/parseTemplate.ts'
import { wayOfUse } from '../../variables/wayOfUse.ts'
import { code, left, tooMany, type Piece, type Reader } from './pieces.ts'

/** Our own: only names that do not fit are changed. A text that cannot be read, or has too many variables, is left as a whole. */
export const readLiquid: Reader = (content, may) => {
  const whole = { start: 0, end: content.length }
  const parsed = parseTemplate(content)
  if (!parsed.ok) return [{ ...whole, ...left(parsed.fault.message) }]
  const pieces: Piece[] = []
  let at = 0
  const keep = (end: number) => {
    pieces.push({ start: at, end, ...code([content.slice(at, end)]) })
    at = end
  }
  for (const { name, range } of usesOf(content, parsed)) {
    // Written in another way, as in ["name"].
    if (range.start < at || !content.startsWith(name, range.start)) continue
    if (!may(name)) return [{ ...whole, ...left(tooMany) }]
    keep(range.start)
    pieces.push({ ...range, ...code([{ variable: name }], [{ source: name, way: wayOfUse(content, range.start) }]) })
    at = range.end
  }
  keep(content.length)
  return pieces
}
