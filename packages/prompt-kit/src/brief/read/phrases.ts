import { formatNames, languages, lengthUnitOf, people, tones } from '../lexicon/words.ts'
import type { Length, OutputKind } from '../schema.ts'

const number = String.raw`(\d{1,3}(?:[,.]\d{3})+|\d{1,6})`
const unit = String.raw`(words?|characters?|sentences?|paragraphs?|lines?|bullets?|items?|tokens?)`
const bare = new RegExp(
  String.raw`^(?:stay |(?:please )?(?:keep|make|limit)(?: (?:it|them|(?:your |its |the |all )?(?:answers?|repl(?:y|ies)|responses?|output|messages?)|everything|this))?(?: to)? |(?:the |your |its |all )?(?:answers?|repl(?:y|ies)|responses?|output) (?:(?:should|must) be|(?:should|must|may)(?= not exceed)|are|is|(?:must|should) (?:stay|remain)) |(?:please )?(?:always )?(?:answer|reply|respond|write) )?(?:in |with |using )?(?:a )?(at most|no more than|not exceed|no longer than|not longer than|not more than|up to|max(?:imum)?(?: of)?|less than|fewer than|under|within|below|at least|no less than|more than|over|min(?:imum)?(?: of)?|about|around|exactly|between)? ?${number}(?:(?: ?[-–] ?| to | and )${number})?[ -]${unit}(?: (?:max(?:imum)?|at most|or less|or fewer|long|in length))?[.!]?$`,
  'i',
)

/** A clause that says nothing but a length: "keep it under 100 words", "max 3 sentences". */
export function readLength(clause: string): Length | null {
  if (clause.length > 120) return null
  const match = bare.exec(clause.trim())
  if (match === null) return null
  const [, how = '', first = '', second, name = ''] = match
  const found = lengthUnitOf.get(name.toLowerCase().replace(/s$/, ''))
  if (found === undefined) return null
  const from = Number(first.replace(/[,.]/g, ''))
  if (second !== undefined) {
    const to = Number(second.replace(/[,.]/g, ''))
    return { unit: found, min: Math.min(from, to), max: Math.max(from, to) }
  }
  if (/^(?:at least|no less|more|over|min)/i.test(how)) return { unit: found, min: from, max: null }
  if (/^(?:about|around|exactly)/i.test(how) || (how === '' && !/(?:max|most|less|fewer|keep|limit)/i.test(clause)))
    return { unit: found, min: from, max: from }
  return { unit: found, min: null, max: from }
}

const toneClause =
  /^(?:please )?(?:(?:be|sound|stay|remain) |(?:(?:use|keep|adopt|maintain|with|in|write in|answer in|respond in|reply in|and) )?(?:an? |the |your )?(?:(?:tone|style|voice)(?: of voice)?(?: should be| must be| is|:)? )?)([\p{L}, -]{3,80}?)(?: (?:tone|style|voice|manner|way)(?: of voice)?)?[.!]?$/iu

/** A clause that is nothing but a tone: "friendly tone", "in a formal and concise style". */
export function readTone(clause: string): string[] | null {
  if (clause.length > 140) return null
  const match = toneClause.exec(clause.trim())
  if (match?.[1] === undefined) return null
  const words = match[1]
    .split(/,? and |, ?| but /)
    .map((part) => (/^\p{Lu}\p{Ll}/u.test(part) ? part.trim().toLowerCase() : part.trim()))
  return words.length > 0 && words.every((word) => tones.has(word.toLowerCase())) ? words : null
}

const languageClause =
  /^(?:please )?(?:(?:always |only )?(?:answer|reply|respond|write|speak|communicate|talk|(?:the |your )?(?:answers?|repl(?:y|ies)|responses?|output)(?: (?:must|should) be| is)?|everything)(?: only)? )?(?:in |language: ?|(?<=^speak ))(\p{L}{3,14})(?: only| language)?[.!]?$/iu

/** A clause that is nothing but a language: "answer in German", "in French". */
export function readLanguage(clause: string): string | null {
  if (clause.length > 80) return null
  const name = languageClause.exec(clause.trim())?.[1]
  if (name === undefined || !languages.has(name.toLowerCase())) return null
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The form of answer a clause speaks of, if it speaks of the answer at all. */
export function readFormat(clause: string): OutputKind | null {
  const head = clause.slice(0, 400)
  const aboutAnswer =
    /\b(?:as|in|into|inside) (?:an? |one |the )?(?:\w+ ){0,3}?(?:json|csv|yaml|xml|html|markdown|tables?|bullet|bulleted|numbered|list|code block|plain text)|\b(?:answer|reply|respond|return|output|format|present|structure|result|deliver)\w*\b|^(?:an? )?(?:valid )?(?:json|csv|yaml|xml|html|markdown|bullet points|bullets|table)\b/i
  if (!aboutAnswer.test(head)) return null
  return formatNames.find(([name]) => name.test(head))?.[1] ?? null
}

const audienceClause = /^(?:aimed at|targeted at|intended for|written for|for) ((?:[\p{L}\p{N}'’-]+ ){0,5}[\p{L}'’-]+)[.!]?$/iu

/** "for online shoppers", "aimed at beginners". */
export function readAudience(clause: string): string | null {
  if (clause.length > 100) return null
  const found = audienceClause.exec(clause.trim())?.[1]
  const last = found?.split(' ').at(-1)?.toLowerCase()
  return found !== undefined && last !== undefined && people.has(last) ? found : null
}
