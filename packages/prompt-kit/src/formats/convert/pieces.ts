import type { Span } from '../../brief/schema.ts'
import type { WayOfUse } from '../../variables/declarationOf.ts'

/** That a text uses a variable, under the name the source has for it, with the default that stands there. */
export type Use = { source: string; way: WayOfUse; standard?: string }

/** A part of Liquid: as it stands, or what waits until all names are known. `standardOf` becomes a default filter where one is needed. */
export type CodePart = string | { variable: string } | { loop: string } | { standardOf: string; standard: string | null }
export type Code = readonly CodePart[]

/** What becomes of a stretch: code of Liquid, a text that it stands for, or nothing, for a reason. */
export type Meaning =
  | { kind: 'code'; code: Code; uses: readonly Use[] }
  | { kind: 'text'; text: string }
  | { kind: 'left'; reason: string }

/** A stretch of the source that is no plain text. A reader gives them in order; they do not overlap. */
export type Piece = Span & Meaning

/** Finds what a text has of a syntax. A variable that `may` refuses is left as it is. */
export type Reader = (content: string, may: (source: string) => boolean) => Piece[]

export const left = (reason: string): Meaning => ({ kind: 'left', reason })
export const code = (parts: Code, uses: readonly Use[] = []): Meaning => ({ kind: 'code', code: parts, uses })

export const pieceAt = (start: number, end: number, meaning: Meaning): Piece => ({ start, end, ...meaning })

export const tooMany = 'A template has at most 100 variables.'

/** A name of one variable, or a path of names: "user", "user.name". */
export function isPath(text: string, hasSpaces: boolean): boolean {
  return text.length <= 200 && (hasSpaces ? wordsPath : plainPath).test(text)
}

const plainPath = /^[\p{L}_][\p{L}\p{N}\p{M}_-]*(?:\.[\p{L}_][\p{L}\p{N}\p{M}_-]*)*$/u
const wordsPath = /^[\p{L}_][\p{L}\p{N}\p{M}_]*(?:[ .-][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*$/u

/** A text as Liquid quotes it, without a character that could open or close a tag. */
export function quoted(text: string): string {
  const escaped = text.replace(/["\\\n\r{}]/g, (mark) => escapes[mark] ?? mark)
  return `"${escaped}"`
}
const escapes: Record<string, string> = {
  '"': String.raw`\"`,
  '\\': '\\\\',
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '{': String.raw`\u007b`,
  '}': String.raw`\u007d`,
}
