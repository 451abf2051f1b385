import { readSubject } from '../lexicon/subjects.ts'
import { isOrderVerb } from '../lexicon/verbs.ts'
import { isAgentNoun } from '../lexicon/words.ts'
import { splitClauses } from './clauses.ts'
import { describesBot } from './cues.ts'
import { readDeeds } from './deeds.ts'
import { readFormat } from './phrases.ts'
import { addOutput, parsed } from './reading.ts'
import type { Reading } from './reading.ts'
import { asking } from './role.ts'
import { within } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { joinWork } from './sortDeed.ts'
import { sortPhrase } from './sortPhrase.ts'
import { orderVerb } from './task.ts'

const relative = /^([^.;:]{0,200}?)(?:,? (?:that|which|who) |: (?=(?:it|he|she|\p{Ll}+s) ))(?=(?:[\p{L}-]+ ){0,2}?[\p{L}'’-]+)/iu
const named = /\b(?:an?|the|our|my|this|that)\b/i
const ofAnswer =
  /^(?:the |your )?(?:outputs?|answers?|repl(?:y|ies)|responses?|format|tone|language|style|never|always|only|do not|don['’]t|no|please|in)\b/i

/** A sentence about something else that "it" might mean from now on. */
export function noteOther(reading: Reading, sentence: Sentence): void {
  if (named.test(sentence.text) && !ofAnswer.test(sentence.text) && orderVerb(sentence.text) === null) reading.subject = 'other'
}

/** What the assistant is said to do in the sentence, as orders to it; its role is taken on the way. Null for any other sentence. */
export function readDescribed(reading: Reading, sentence: Sentence): Sentence[] | null {
  return readRoleOf(reading, sentence) ?? readSaid(reading, sentence)
}

/** "It answers …", "The bot must …", "Keeps replies short". */
function readSaid(reading: Reading, sentence: Sentence): Sentence[] | null {
  const { brief } = reading
  const isFirst = brief.role === null && brief.task === null && brief.context.length === 0
  const found = readSubject(sentence.text)
  const conditional = /^(?:if|when|whenever|unless) [^,;.]{1,150}, (?:it|he|she|the (?:assistant|bot|chatbot)) /i
  if (found === null) {
    if (reading.subject !== 'assistant' && !isFirst) return null
    if (isFirst && !/^\p{Lu}?[\p{L}-]+s (?:the|an?|all|every|each|any|questions|my|our|their)\b/iu.test(sentence.text))
      return null
    if (conditional.test(sentence.text)) return readDeeds(sentence, false)
    return /^\p{L}+s\b|^(?:always|never|only|also|can|should|must|does)\b/iu.test(sentence.text) && told(sentence)
      ? readDeeds(sentence, false)
      : null
  }
  const isPronoun = found.noun === null
  if (isPronoun && reading.subject !== 'assistant' && !isFirst) return null
  const noun = found.noun?.toLowerCase() ?? ''
  const head = brief.role?.value.toLowerCase().split(/ (?:for|of|in|to|with|on|from|at|who|that|which)\b|,/, 1)[0]
  const isRole = head === undefined ? isFirst && isAgentNoun(noun) : reading.isTold && head.split(' ').at(-1) === noun
  if (noun === 'model' && !isFirst && !reading.isTold) return null
  if (!isPronoun && !found.isGeneric && !isRole) return null
  const deeds = readDeeds(within(sentence, found.length))
  if (deeds === null) return null
  if (brief.role === null && found.noun !== null && !/^(?:ai|model|bot|assistant)$/i.test(found.noun)) {
    const start = sentence.text.indexOf(found.noun)
    const called = within(sentence, start, start + found.noun.length)
    brief.role = parsed(called.text, called.span)
  }
  return deeds
}

/** An order says "never promise", a description "never promises". */
const told = ({ text }: Sentence): boolean => {
  const first = /^(?:(?:always|never|only|also) )?([\p{L}'’-]+)/iu.exec(text)?.[1] ?? ''
  return /s$/i.test(first) || /^(?:can|should|must|does)$/i.test(first)
}

/** "A poet who answers in rhyme", "Support bot for a shop." at the start of a text: the role, and what its relative clause tells. */
function readRoleOf(reading: Reading, sentence: Sentence): Sentence[] | null {
  const { brief, text } = reading
  if (brief.role !== null || brief.task !== null || brief.context.length > 0) return null
  const lead = asking.exec(sentence.text)?.[0].length ?? 0
  const head = headOf(sentence.text.slice(lead))
  if (head === null) return null
  const clause = within(sentence, lead + head.start)
  const that = relative.exec(clause.text)
  const role = that?.[1] === undefined ? clause : within(clause, 0, that[1].length)
  const deeds = that === null ? [] : readDeeds(within(clause, that[0].length))
  if (deeds === null || /[,]/.test(role.text)) return null
  const hasMore = deeds.length > 0 || text.length - sentence.span.end > 10
  if (!hasMore || !/^[^.!?]*[.!]?$/.test(role.text) || (!head.hasArticle && deeds.length === 0 && role.text.length > 80))
    return null
  return [...takeRole(reading, role), ...joinWork(deeds)]
}

/** Where a noun for somebody who does something opens the sentence. */
function headOf(text: string): { start: number; hasArticle: boolean } | null {
  const lead =
    /^((?:(?:i|we)(?: would|['’]d)? (?:want|need|like)|(?:create|build|make|design|develop|give)(?: me| us)?) )?(?:(an?|our) )?/i.exec(
      text,
    )
  const start = lead?.[1]?.length ?? 0
  const rest = text.slice(lead?.[0].length ?? 0)
  const head = rest.split(/(?: (?:for|of|in|to|with|on|from|at|about|that|who|which)\b|[,.:;!?])/i, 1)[0] ?? ''
  const words = head.split(' ')
  const last = words.at(-1) ?? ''
  // What is built need be no assistant: "Create a calculator".
  if (lead?.[1] !== undefined && (lead[2] === undefined || !describesBot.test(`a ${head}`))) return null
  const first = words[0]?.toLowerCase() ?? ''
  if (lead?.[2] === undefined && isOrderVerb(first) && !describesBot.test(`a ${head}`)) return null
  if (
    words.length > 7 ||
    !/^[\p{L}\p{N}/&'’ -]+$/u.test(head) ||
    !(isAgentNoun(last) || describesBot.test(`a ${head}`) || (lead?.[2] !== undefined && /^[^.;:,]{1,200} who /.test(text)))
  )
    return null
  if (readSubject(text) !== null || /^(?:you|i|we|it|the|this|my)\b/i.test(rest)) return null
  return { start, hasArticle: lead?.[2] !== undefined }
}

/** Takes the role, and what it says of the answer: "… for beginners", "… with access to the sales database". */
function takeRole(reading: Reading, role: Sentence): Sentence[] {
  const access = /,? with (?=access to )/i.exec(role.text)
  const bare = access === null ? role : within(role, 0, access.index)
  const [who = bare, ...phrases] = splitClauses(bare)
  reading.brief.role = parsed(who.text.replace(/[.!]+$/, ''), who.span, 0.9)
  for (const phrase of phrases) if (!sortPhrase(reading, phrase)) addOutput(reading, readFormat(phrase.text), 'note', phrase)
  if (access === null) return []
  const granted = within(role, access.index + access[0].length)
  return [{ text: `have ${granted.text}`, span: granted.span }]
}
