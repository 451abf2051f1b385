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

type Bound = { value: number; unit: string; of: string; span: Span }

export const numericConflict: Rule = {
  name: 'numeric-conflict',
  severity: 'error',
  certainty: 'heuristic',
  why: 'No answer can keep both limits, so each run breaks one of them.',
  source: sources.house,
  find({ sentences }) {
    const floors = sentences.flatMap((sentence) => boundsIn(sentence, least))
    if (floors.length === 0) return []
    const ceilings = sentences.flatMap((sentence) => boundsIn(sentence, most))
    return ceilings.flatMap(({ value, unit, of, span }) => {
      const floor = floors.find((each) => each.unit === unit && each.of === of && each.value > value)
      if (floor === undefined) return []
      return [{ range: span, message: `At least ${floor.value} and at most ${value} ${unit}s cannot both be kept.` }]
    })
  },
}

function boundsIn({ text, span }: Sentence, pattern: RegExp): Bound[] {
  // Per day, for each part, if …: limits of cases that need not meet.
  if (/\b(?:each|per|every|either|if|when|unless|otherwise|or)\b/i.test(text)) return []
  return [...text.matchAll(pattern)].map(({ index, 0: words, 1: value = '', 2: unit = '' }) => ({
    value: numberOf(value),
    unit: unit.toLowerCase().replace(/s$/, ''),
    of: partsIn(text.replace(pattern, ' ')),
    span: { start: span.start + index, end: span.start + index + words.length },
  }))
}

function partsIn(text: string): string {
  const said = [...text.matchAll(parts)].map(([word]) => word.toLowerCase().replace(/s$/, ''))
  return [...new Set(said.filter((word) => !/^(?:answer|response|reply|output)$/.test(word)))].toSorted().join(' ')
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function numberOf(text: string): number {
  const word = words.indexOf(text.toLowerCase())
  return word === -1 ? Number(text.replaceAll(',', '')) : word
}
