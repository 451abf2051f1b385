import { splitClauses } from './clauses.ts'
import {
  answersWith,
  background,
  delivers,
  demands,
  describesRole,
  escalates,
  forbids,
  gives,
  judges,
  measuresPart,
  safe,
  speaksOfAnswer,
  unsure,
  youWill,
} from './cues.ts'
import { readFormat } from './phrases.ts'
import { addOutput, parsed, pushContext, pushDont, pushText, setText } from './reading.ts'
import type { Reading } from './reading.ts'
import { asking } from './role.ts'
import { within } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { noteOther, readDescribed } from './described.ts'
import { isAnswerForm, sortDeed } from './sortDeed.ts'
import { sortInstead } from './sortInstead.ts'
import { sortPhrase } from './sortPhrase.ts'
import { sortBot, sortRole } from './sortRole.ts'
import { sortGiven, sortOrder, sortTasked } from './sortTask.ts'
import { orderVerb } from './task.ts'
import { readTools } from './tools.ts'

/** A clause that closes with a measure. */
const endsInLength = /\d (?:words?|characters?|sentences?|lines?|items?|bullets?|paragraphs?)(?: long| at most| or less)?[.!]?$/i

/** Only in short texts do half-sentences carry slots of their own; in longer ones each sentence is about one thing. */
const shortText = 1500

/** Sorts a sentence that stands under no heading into the slots that its cues name. */
export function sortSentence(reading: Reading, sentence: Sentence): void {
  if (/^[\s.…,;:-]*$/.test(sentence.text)) return
  if (reading.text.length <= shortText && sortDescribed(reading, sentence)) return
  const clauses = reading.text.length <= shortText && !gives.test(sentence.text) ? splitClauses(sentence) : [sentence]
  for (const clause of clauses) sortClause(reading, clause)
}

/** "A tutor. It asks one question at a time and never …": a sentence that tells what the assistant is or does. */
function sortDescribed(reading: Reading, sentence: Sentence): boolean {
  const described = readDescribed(reading, sentence)
  if (described === null) {
    noteOther(reading, sentence)
    return false
  }
  reading.subject = 'assistant'
  reading.isTold = true
  for (const deed of described) {
    const goesOn = reading.brief.task !== null || /^\p{L}+ (?:it|them)\b/u.test(deed.text)
    if (goesOn && isAnswerForm(deed.text)) addOutput(reading, readFormat(deed.text), 'note', deed)
    else
      for (const part of splitClauses(deed)) if (!sortPhrase(reading, part) && !sortDeed(reading, part)) sortClause(reading, part)
  }
  return true
}

function sortClause(reading: Reading, clause: Sentence): void {
  const left = sortRole(reading, clause)
  if (left === null) return
  if (left !== clause) return sortSentence(reading, left)
  if (sortBot(reading, clause)) {
    reading.subject = 'assistant'
    reading.isTold = true
    return
  }
  const lead = asking.exec(clause.text)?.[0].length ?? 0
  const body = within(clause, lead)
  if (body.text === '') return pushContext(reading, 'unsorted', clause)
  if (sortPhrase(reading, body) || sortInstead(reading, body)) return
  const others = sortTasked(reading, body)
  if (others !== null) return others.forEach((other) => sortClause(reading, other))
  const { text } = body
  if (gives.test(text)) return sortGiven(reading, body)
  const instead = /^instead,? (?!of\b)/i.exec(text)
  const last = reading.brief.dont.at(-1)
  if (instead !== null && last?.value.instead === '') {
    last.value = { ...last.value, instead: text.slice(instead[0].length) }
    return
  }
  if (forbids.test(text)) return pushDont(reading, body)
  if (unsure.test(text)) return setText(reading, 'fallback', body, body)
  if (escalates.test(text)) return setText(reading, 'escalation', body, body)
  const tools = text.length < 250 && reading.text.length <= shortText ? readTools(text.replace(/^you (?=have )/i, ''), true) : []
  if (tools.length > 0) return tools.forEach((tool) => reading.brief.tools.push(parsed(tool, body.span)))
  if (judges.test(text)) return pushText(reading, 'criteria', body)
  if (answersWith.test(text) && text.length < 300) return addOutput(reading, readFormat(text), 'note', body)
  const format = readFormat(text)
  if (format !== null && text.length < 300 && (speaksOfAnswer.test(text) || delivers.test(text)))
    return addOutput(reading, format, 'note', body)
  if (demands.test(text)) return pushText(reading, 'do', body)
  if (endsInLength.test(text) && measuresPart(text) && (reading.brief.task !== null || orderVerb(text) === null))
    return pushText(reading, 'do', body)
  if (safe.test(text) && orderVerb(text) !== null) return pushText(reading, 'safety', body)
  const order = youWill.exec(text)
  const asOrder =
    order?.[1] !== undefined && orderVerb(text.slice(order[0].length)) !== null ? within(body, order[0].length) : body
  if (sortOrder(reading, asOrder)) return
  if (describesRole.test(text)) return pushContext(reading, 'role', body)
  if (order !== null) return pushText(reading, 'steps', body, 0.6)
  pushContext(reading, background.test(text) ? 'background' : 'unsorted', body)
}
