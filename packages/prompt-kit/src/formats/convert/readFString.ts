import { code, isPath, left, pieceAt, tooMany, type Meaning, type Piece, type Reader } from './pieces.ts'

const token = /\{\{|\}\}|\{([^{}\n]{0,500})\}|[{}]/g

/** `{name}`; two braces stand for one. */
export const readFString: Reader = (content, may) =>
  [...content.matchAll(token)].map((match): Piece => {
    const [whole, field] = match
    const at = (meaning: Meaning) => pieceAt(match.index, match.index + whole.length, meaning)
    if (field !== undefined) return at(meaningOf(field, may))
    return at(whole.length === 2 ? { kind: 'text', text: whole.charAt(0) } : left('This brace stands alone; two stand for one.'))
  })

function meaningOf(field: string, may: (source: string) => boolean): Meaning {
  const source = field.trim()
  if (/^\d*$/.test(source)) return left('This variable has no name.')
  if (isPath(source, true)) {
    if (!may(source)) return left(tooMany)
    return code(['{{ ', { variable: source }, ' }}'], [{ source, way: 'printed' }])
  }
  const name = /^[^:!=]+(?=[:!=])/.exec(source)?.[0].trim()
  if (name !== undefined && isPath(name, false))
    return left(`"${source.slice(name.length)}" lays the value out, which has no counterpart.`)
  return left('This is no name of a variable.')
}
