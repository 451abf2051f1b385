import { dollarPattern } from '../../checker/foreignSyntax.ts'
import { code, left, pieceAt, tooMany, type Meaning, type Piece, type Reader, type Use } from './pieces.ts'

const variable = new RegExp(dollarPattern, 'gu')

/** `${name}` and `${name:default}`. What else stands in such braces is plain text, as code has it. */
export const readDollar: Reader = (content, may) =>
  [...content.matchAll(variable)].map((match): Piece => {
    const [whole, source = '', standard] = match
    return pieceAt(match.index, match.index + whole.length, meaningOf(source, standard?.trim() ?? null, may))
  })

function meaningOf(source: string, standard: string | null, may: (source: string) => boolean): Meaning {
  if (source === 'env' && standard !== null) return left('This asks for a setting of the machine, which a template never sees.')
  if (!may(source)) return left(tooMany)
  const use: Use = { source, way: 'printed', ...(standard === null ? {} : { standard }) }
  return code(['{{ ', { variable: source }, { standardOf: source, standard }, ' }}'], [use])
}
