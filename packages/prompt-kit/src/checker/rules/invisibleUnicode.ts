import { lineAt, type Line } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Hit, Rule } from '../types.ts'

const tagCharacter = String.raw`\u{E0000}-\u{E007F}`
const bidi = String.raw`\u202A-\u202E\u2066-\u2069`
const bidiMark = String.raw`\u200E\u200F\u061C`
const zeroWidth = String.raw`\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200D\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0`
const moreSelectors = String.raw`\u{E0100}-\u{E01EF}`
const runs = new RegExp(`[${tagCharacter}${bidi}${bidiMark}${zeroWidth}${moreSelectors}]+`, 'gu')

const isBidi = new RegExp(`[${bidi}]`, 'u')
const isSmuggled = new RegExp(`[${tagCharacter}${moreSelectors}]`, 'u')
const onlyDirections = new RegExp(`^[\u200C\u200D\u2066-\u2069\u202A-\u202C${bidiMark}]+$`, 'u')
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Scripts whose letters are joined, parted or broken into lines by characters without a width. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*$/u
// No class in brackets: V8 14 does not find a character beyond U+FFFF with one that stands before the end.
const emojiBefore = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u
const emojiAfter = /^\p{Extended_Pictographic}/u

export const invisibleUnicode: Rule = {
  name: 'invisible-unicode',
  severity: 'warning',
  certainty: 'exact',
  why: 'The model reads characters that nobody sees; instructions can be hidden in them.',
  source: sources.unicode,
  find(text) {
    const directed = new Map<Line, boolean>()
    return [...text.text.matchAll(runs)].flatMap(({ index, 0: run }) => judge(text, index, run, directed))
  },
}

/** Space before a mark that is looked at. */
const mostSpace = 200

/** `directed` keeps of the lines whether they have letters that run from right to left: a long one is read once. */
function judge({ text, lines }: PromptText, start: number, run: string, directed: Map<Line, boolean>): Hit[] {
  const end = start + run.length
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end, end + 2)
  // A flag such as Scotland's: a black flag, letters as tag characters, and their end.
  if (before.endsWith('\u{1F3F4}') && /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}$/u.test(run)) return []
  if (run === '\u200D' && emojiBefore.test(before) && emojiAfter.test(after)) return []
  if (/^[\u200B-\u200D]$/.test(run) && joining.test(before)) return []
  if (/^[\u{E0100}-\u{E01EF}]$/u.test(run) && /\p{Script=Han}$/u.test(before)) return []
  const line = lineAt(lines, start)
  if (onlyDirections.test(run)) {
    const isDirected = directed.get(line) ?? rightToLeft.test(line.text)
    directed.set(line, isDirected)
    if (isDirected) return []
  }
  const codes = [...run].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  const hit: Hit = {
    range: { start, end },
    message: `${codes.length === 1 ? 'An invisible character stands' : `${codes.length} invisible characters stand`} here: ${[...new Set(codes)].slice(0, 4).join(', ')}.`,
    severity: isSmuggled.test(run) || isBidi.test(run) ? 'error' : undefined,
  }
  // Without it, marks beside it might join to a tag or a fence.
  if (/[{}%`~$<>]$/.test(before) || /^[{}%`~$<>]/.test(text.slice(end, Math.min(line.end, end + mostSpace)).trimStart()))
    return [hit]
  return [{ ...hit, fix: { title: 'Remove it', edits: [{ index: start, remove: run.length, insert: '' }] } }]
}
