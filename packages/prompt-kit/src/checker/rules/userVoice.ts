import { lineAt } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Fix, Hit, Rule } from '../types.ts'

const wants = String.raw`I(?: (?:want|need|would like|expect)|['’]d like) you to`
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${wants}(?: act as(?: (?:an?|the)(?= ))?)?(?= )`, 'giu'),
  /(?<![\p{L}\p{N}])I(?: will| shall|['’]ll| am going to|['’]m going to) (?:give|provide|type|send|ask|paste|share|tell|upload|describe|write|enter|supply|submit|present|speak)\b/giu,
  /(?<![\p{L}\p{N}])my (?:first|next) (?:request|question|sentence|command|message|prompt|suggestion request|task|word|text|order|input) is\b/giu,
]

export const userVoice: Rule = {
  name: 'user-voice',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A system prompt speaks to the assistant for everybody who will use it; "I" makes its author one of them.',
  source: sources.house,
  find(text) {
    return patterns.flatMap((pattern) =>
      [...text.prose.matchAll(pattern)]
        .filter(({ index }) => !isQuoted(text, index))
        .map((match): Hit => {
          const range = { start: match.index, end: match.index + match[0].length }
          const fix = fixFor(text, range.start, match[0])
          return { range, message: `"${match[0]}" is what a user would say.`, fix }
        }),
    )
  },
}

/** Within double quotes, as far as its line tells. */
function isQuoted({ text, lines }: PromptText, place: number): boolean {
  const before = text.slice(Math.max(lineAt(lines, place).start, place - 400), place)
  return (before.match(/"/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”')
}

function fixFor({ text }: PromptText, start: number, phrase: string): Fix | undefined {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(start + phrase.length, start + phrase.length + 300)
  const isFirst = /(?:^|[.!?:。][*_"”)]*\s+|(?:^|\n)\s*(?:[-*•]\s+|\d+[.)]\s+)?)[*_"“]*$/.test(before)
  const acting = /^.*?act as( an?| the)?$/i.exec(phrase)
  if (acting !== null) {
    const words = acting[1] === undefined ? 'act as' : `you are${acting[1]}`
    return replace(start, phrase.length, isFirst ? capital(words) : words)
  }
  if (/you to$/i.test(phrase)) {
    // "Here is what I want you to do", "the text I need you to mend": the words belong to a larger sentence.
    if (!isFirst && !/(?:,|\band|\bthen|\bnow|\bfirst|\bso)\s+$/i.test(before)) return undefined
    const next = /^ (\p{L})/u.exec(after)?.[1]
    if (next === undefined) return undefined
    return replace(start, phrase.length + 2, isFirst ? next.toUpperCase() : next)
  }
  const verb = /^I.*? (\w+)$/.exec(phrase)?.[1]
  const sentence = /^[^.!?\n]*/.exec(after)?.[0] ?? ''
  // "The user will give you my notes" would be about somebody else's.
  if (verb === undefined || /\b(?:I|me|my|mine|myself)\b|\bI['’]/.test(sentence)) return undefined
  return replace(start, phrase.length, `${isFirst ? 'The' : 'the'} user will ${verb}`)
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const replace = (index: number, remove: number, insert: string): Fix => ({
  title: insert.length > 1 ? `Write "${insert}"` : 'Give the order itself',
  edits: [{ index, remove, insert }],
})
