import type { Span } from '../schema.ts'
import { delivers, measuresPart } from './cues.ts'
import { readAudience, readFormat, readLanguage, readLength, readTone } from './phrases.ts'
import { isVerbatim } from './sentences.ts'
import type { Sentence } from './sentences.ts'

const ruleStart =
  /^(?:(?:but |and |it |they )?(?:should |must |may )?(?:never|always|don['’]t|do not|must|must not|only|avoid|no )\b|(?:not|without) )/i

const bareFormat =
  /^(?:(?:answer|reply|respond|output|return|formatted) )?(?:in|as) (?:an? )?(?:valid )?(?:json|csv|yaml|xml|html|markdown|plain text|table|list|bullets|bullet points|(?:bulleted|bullet|numbered) list)(?: format)?[.!]?$|^(?:as|in) (?:an? )?(?:valid |simple )?(?:markdown )?(?:json|csv|table|list)(?: object| array)?(?: (?:with|of) (?:the )?(?:columns?|fields?|keys?|headings?)\b.{0,100})?[.!]?$|^as (?:an? )?(?:valid |simple )?(?:markdown )?(?:json|csv|table)(?: object| array)? with [^,;]{1,100}[.!]?$/i

/** A clause that is lost without its length, and one about a part of the answer, whose length is not that of the whole. */
const needsLength =
  /^(?:please )?(?:keep|limit|make|restrict|cap|hold|trim|cut|shorten|start|begin|end|open|close|finish|add|include)\b/i
/** What is taken in that form rather than given: "treat the message as a list". */
const takesForm =
  /^(?:treat|regard|view|see|read|interpret|accept|take|use|import|parse|load|store|save)\b|\b(?:given|provided|pasted|sent|stored|saved|comes?|arrives?)$/i

/** Whether the clause goes with the phrase after it, so that neither says the same alone. */
function goesWith(clause: string, phrase: string): boolean {
  if (readLength(phrase) !== null) return needsLength.test(clause) || measuresPart(clause)
  return bareFormat.test(phrase) && (takesForm.test(clause) || delivers.test(clause))
}

/** True for a clause that a slot of its own would take whole. */
function standsAlone(clause: string): boolean {
  return (
    readLength(clause) !== null ||
    readTone(clause) !== null ||
    readLanguage(clause) !== null ||
    readAudience(clause) !== null ||
    bareFormat.test(clause)
  )
}

/** Whether all that is left of a sentence is such clauses; a list such as "as billing, technical or other" is not. */
function partsStandAlone(text: string): boolean {
  return text
    .split(/, (?:and |but )?|; (?:and )?| and (?=never|always|do not|don['’]t|only)/)
    .every((clause) => standsAlone(clause) || ruleStart.test(clause))
}

function part(sentence: Sentence, start: number, end: number): Sentence | null {
  const raw = sentence.text.slice(start, end)
  const text = raw.replace(/^[\s,;]+(?:and |but )?/i, '').replace(/[\s,;]+$/, '')
  if (text === '') return null
  if (!isVerbatim(sentence)) return { text, span: sentence.span }
  const at = sentence.span.start + start + raw.indexOf(text)
  return { text, span: { start: at, end: at + text.length } satisfies Span }
}

/** Cuts the phrases off the end of a sentence that have a slot of their own: "…, in a friendly tone", "… for beginners". */
function peel(sentence: Sentence): Sentence[] {
  const peeled: Sentence[] = []
  let end = sentence.text.replace(/[.!\s]+$/, '').length
  for (let turn = 0; turn < 5; turn++) {
    const text = sentence.text.slice(0, end)
    const window = text.slice(-110)
    let cut = -1
    for (const match of window.matchAll(
      /,? (?:that (?:answers|replies|responds|speaks) in|in|with|using|under|at most|no more than|up to|max|as|for|aimed at) /gi,
    )) {
      const phrase = window.slice(match.index).replace(/^,? (?:that (?:answers|replies|responds|speaks) )?/i, '')
      if (standsAlone(phrase)) {
        cut = end - window.length + match.index
        break
      }
    }
    if (
      cut <= 0 ||
      goesWith(text.slice(0, cut), text.slice(cut).replace(/^,? /, '')) ||
      /\b(?:answers?|replies|reply|responds?|speaks?|writes?|written|be|is|are|to|not|and|or|of)$/i.test(text.slice(0, cut))
    )
      break
    const phrase = part(sentence, cut, end)
    if (phrase !== null)
      peeled.unshift({ ...phrase, text: phrase.text.replace(/^that (?:answers|replies|responds|speaks) (?=in )/i, '') })
    end = cut
  }
  if (peeled.length === 0) return [sentence]
  const head = part(sentence, 0, end)
  return head === null ? peeled : [head, ...peeled]
}

/** Parts a sentence where a comma, semicolon or "and" begins a clause with a slot of its own; else leaves it whole. */
export function splitClauses(sentence: Sentence): Sentence[] {
  if (
    sentence.text.length > 600 ||
    /^instead,/i.test(sentence.text) ||
    /["“`{[\n]/.test(sentence.text) ||
    standsAlone(sentence.text)
  )
    return [sentence]
  const cuts: number[] = []
  const text = sentence.text.replace(/[.!]+$/, '')
  for (const match of text.matchAll(/, (?:and |but )?|; (?:and )?| and | but /g)) {
    const after = text.slice(match.index + match[0].length)
    const isRule = ruleStart.test(after) && !/^(?:no|only|without|not|must)\b/i.test(after)
    const isOutput =
      (/^(?:then )?(?:return|output|reply|respond|answer)\b/i.test(after) || delivers.test(after)) && readFormat(after) !== null
    const strong = /^[,;]/.test(match[0])
    const isPhrase = strong && partsStandAlone(after) && !(readLength(after) !== null && measuresPart(text.slice(0, match.index)))
    if (isRule || isOutput || isPhrase) cuts.push(match.index)
  }
  if (cuts.length === 0) return peel(sentence)
  const bounds = [0, ...cuts, sentence.text.length]
  return bounds.slice(0, -1).flatMap((start, index) => {
    const piece = part(sentence, start, bounds[index + 1] ?? sentence.text.length)
    return piece === null ? [] : peel(piece)
  })
}
