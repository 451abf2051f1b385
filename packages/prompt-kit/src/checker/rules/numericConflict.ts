import type { Sentence } from '../../brief/read/sentences.ts'
import type { Span } from '../../brief/schema.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const units =
  'words?|characters?|letters|sentences?|paragraphs?|lines?|bullets?|bullet points?|items?|points?|steps?|examples?|questions?|tokens?|pages?|sections?|options?|ideas?|emojis?|hashtags?|minutes?|seconds?'
const number = String.raw`(\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten)`
const least = new RegExp(
  String.raw`\b(?:at least|a minimum of|minimum|no (?:fewer|less) than|more than|over)\s+${number}\s+(${units})\b`,
  'gi',
)
const most = new RegExp(
  String.raw`\b(?:at most|a maximum of|maximum|max\.?|no more than|not more than|up to|under|below|fewer than|less than|within)\s+${number}\s+(${units})\b`,
  'gi',
)
/** What a length may be of: limits of two parts do not meet. */
const parts =
  /\b(?:title|headline|subject|summary|abstract|answer|response|reply|output|introduction|intro|conclusion|body|description|caption|email|letter|article|essay|post|tweet|report|story|title|name|hook|section|paragraph|sentence|bullet|item|step|line|question|example|option|idea|scene|chapter|verse|slide)s?\b/gi

/** These are what is written as a whole, whatever it is called. */
const wholes = /^(?:answer|response|reply|output)s?$/i

type Bound = { value: number; unit: string; of: string; span: Span }
type Part = { word: string; start: number; end: number }

export const numericConflict: Rule = {
  name: 'numeric-conflict',
  severity: 'error',
  certainty: 'heuristic',
  why: 'No answer can keep both limits, so each run breaks one of them.',
  source: sources.house,
  find({ sentences }) {
    const bounds = sentences.map(boundsIn)
    /** The highest of each unit and part. */
    const floors = new Map<string, number>()
    for (const { value, unit, of } of bounds.flatMap(({ floors: found }) => found)) {
      floors.set(`${unit} ${of}`, Math.max(value, floors.get(`${unit} ${of}`) ?? 0))
    }
    return bounds
      .flatMap(({ ceilings }) => ceilings)
      .flatMap(({ value, unit, of, span }) => {
        const floor = floors.get(`${unit} ${of}`) ?? 0
        if (floor <= value) return []
        return [{ range: span, message: `At least ${floor} and at most ${value} ${unit}s cannot both be kept.` }]
      })
  },
}

function boundsIn({ text, span }: Sentence): { floors: Bound[]; ceilings: Bound[] } {
  // Per day, for each part, if …: limits of cases that need not meet.
  if (/\b(?:each|per|every|either|if|when|unless|otherwise|or)\b/i.test(text)) return { floors: [], ceilings: [] }
  const said = partsIn(text.replace(least, blankOf).replace(most, blankOf))
  const found = (pattern: RegExp) => {
    let next = 0
    return [...text.matchAll(pattern)].map(({ index, 0: words, 1: value = '', 2: unit = '' }): Bound => {
      const [start, end] = [index, index + words.length]
      while ((said[next]?.start ?? end) < start) next++
      return {
        value: numberOf(value),
        unit: unit.toLowerCase().replace(/s$/, ''),
        of: nearest(said[next - 1], said[next], { start, end }),
        span: { start: span.start + start, end: span.start + end },
      }
    })
  }
  return { floors: found(least), ceilings: found(most) }
}

const blankOf = (words: string) => ' '.repeat(words.length)

/** The parts that a sentence names, outside its limits. */
function partsIn(text: string): Part[] {
  return [...text.matchAll(parts)].map(({ index, 0: word }) => ({
    word: wholes.test(word) ? '' : word.toLowerCase().replace(/s$/, ''),
    start: index,
    end: index + word.length,
  }))
}

/** Of the parts before and behind a limit the one that it most likely is of; none: of the whole. */
function nearest(before: Part | undefined, behind: Part | undefined, { start, end }: Span): string {
  const distance = (part: Part | undefined) =>
    part === undefined ? Number.POSITIVE_INFINITY : Math.max(start - part.end, part.start - end)
  return (distance(behind) < distance(before) ? behind : before)?.word ?? ''
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function numberOf(text: string): number {
  const word = words.indexOf(text.toLowerCase())
  return word === -1 ? Number(text.replaceAll(',', '')) : word
}
