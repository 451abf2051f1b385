import { encodeWord } from './encodeToken.ts'
import { foldWord } from './foldWord.ts'

/** A piece of a text that can be found, from `start` up to `end` in UTF-16 code units. */
export type Word = {
  start: number
  end: number
  /** The code of the word, of which a beginning can be searched. */
  code: string
  /** One character of a script that is written without spaces; such characters follow each other in a run. */
  run: number | null
  /** Whether it is a letter with signs. */
  isSign: boolean
}

/** Scripts whose words are not told apart by spaces, or not by them alone. */
const dense = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]`
const letter = String.raw`[\p{L}\p{N}\p{M}]`

const pieces = new RegExp(
  [
    // Languages that are called by one letter and signs.
    String.raw`(?<sign>(?<!${letter})[a-zA-Z](?:\+\+|#)(?!${letter}|[+#]))`,
    String.raw`(?<picture>\p{RI}{2}|\p{Extended_Pictographic})`,
    `(?<run>[${letter}&&${dense}]+)`,
    `(?<word>[${letter}--${dense}]+)`,
  ].join('|'),
  'gv',
)

/** A character with what belongs to it: marks, half-width sound marks, the later parts of a Korean syllable. */
const unit = /.[\p{M}\u{FF9E}\u{FF9F}\u{1160}-\u{11FF}]*/gu

/** The words of a text in their order. What is no letter, digit or picture parts them and is never one. */
export function* splitWords(text: string): Generator<Word> {
  let run = 0
  for (const { 0: piece, index: start, groups = {} } of text.matchAll(pieces)) {
    if (groups['run'] !== undefined) {
      run++
      for (const part of piece.matchAll(unit)) yield* wordAt(start + part.index, part[0], run)
    } else if (groups['sign'] !== undefined) {
      const code = piece.toLowerCase().replaceAll('+', '_p').replace('#', '_sharp')
      yield { start, end: start + piece.length, code, run: null, isSign: true }
    } else yield* wordAt(start, piece, null)
  }
}

function* wordAt(start: number, piece: string, run: number | null): Generator<Word> {
  const code = encodeWord(foldWord(piece))
  if (code !== '') yield { start, end: start + piece.length, code, run, isSign: false }
}
