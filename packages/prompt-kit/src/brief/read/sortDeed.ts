import { speaksOfAnswer, answersWith, demands, escalates, forbids, judges, safe, unsure } from './cues.ts'
import { readFormat } from './phrases.ts'
import { parsed, pushContext, pushText, setTask } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { archetypeOfTask } from './task.ts'
import { readTools } from './tools.ts'

/** What the assistant is or has, rather than does. */
const state = /^(?:be(?! (?:sure|careful|aware)\b)|have|know|understand|speciali[sz]e|want|need|love|like) /i
/** How it goes about its work, which is never the work itself. */
const habit =
  /^(?:focus|use|speak|talk|limit|respect|prefer|refuse|decline|stick|adopt|begin|end|start|keep|stay|remain|be|wait|remember|stop|behave|act|praise|include|mention|cite|quote|add|note|admit|apologi[sz]e|assume|attach|emphasi[sz]e|highlight|put|link|number|match|mimic|reply|respond|follow|make sure|ask (?:\w+ )?before)\b/i
/** What happens in the course of the work, one step of several. */
const turn =
  /^(?:after|before|once|ask|say|tell|give|offer|try|confirm|let|flag|warn|remind|show|call|report|lead|escalate|hand (?:\w+ )?(?:over|off)|forward|end|carry|check|treat)\b/i

/** What a tool needs is not there. */
const lacking = /^(?:if|when) (?:the|an?|any) [^,]{1,60} (?:is|are) (?:missing|not given|not there|unknown),/i

/** The form is that of what is given: "give feedback as bullet points". */
const shaped =
  /^(?:give|report|present|show|provide|deliver|send|list)\b.{1,200}\b(?:as|in) (?:an? )?(?:\w+ )?(?:json|csv|yaml|xml|html|markdown|table|list|bullets|bullet points)\b/i

/** A deed that says what the answer looks like, so that no part of it may go elsewhere. */
export const isAnswerForm = (text: string): boolean => shaped.test(text)

const isCue = (text: string): boolean =>
  [forbids, unsure, escalates, judges, answersWith, demands, safe].some((cue) => cue.test(text)) ||
  /^you\b/i.test(text) ||
  (readFormat(text) !== null && speaksOfAnswer.test(text))

/** True for a deed that may be the task, or a part of it. */
function isWork(text: string): boolean {
  return !isCue(text) && !state.test(text) && !habit.test(text) && !turn.test(text) && readTools(text).length === 0
}

/** What a deed of the assistant fills by itself: tools, what it is, how it works, its work. False where another cue has it. */
export function sortDeed(reading: Reading, deed: Sentence): boolean {
  const { text, span } = deed
  const tools = readTools(text)
  if (tools.length > 0) {
    reading.brief.tools.push(...tools.map((tool) => parsed(tool, span)))
    return true
  }
  if (/^you can(?!not)\b|^you (?:may|might|could|need to|have to)(?! not)\b/i.test(text)) {
    pushText(reading, 'do', deed)
    return true
  }
  const needing = reading.brief.tools.filter(({ value }) => value.name !== '' && value.when !== '' && value.ifMissing === '')
  const [tool] = needing
  if (tool !== undefined && needing.length === 1 && lacking.test(text)) {
    tool.value.ifMissing = text
    if (tool.span !== undefined) tool.span.end = span.end
    return true
  }
  if (isCue(text)) return false
  const who = reading.brief.role === null ? /^be (?=an? )/i.exec(text) : null
  if (who !== null) reading.brief.role = parsed(text.slice(who[0].length).replace(/[.!]+$/, ''), span)
  else if (state.test(text)) pushContext(reading, 'role', { ...deed, text: `you ${text.replace(/^be /i, 'are ')}` })
  else if (habit.test(text)) pushText(reading, 'do', deed)
  else if (reading.brief.task === null && isWork(text)) {
    const [verb = ''] = text.split(' ', 1)
    const object = text.slice(verb.length).trim()
    setTask(reading, { verb, object, archetype: archetypeOfTask(verb, object) }, span, 0.9)
  } else pushText(reading, 'steps', deed)
  return true
}

const isWorkOrTurn = ({ text }: Sentence): boolean => isWork(text.replace(turn, 'do'))

/** The deeds that are work, told in one breath: "watch the tracker, label issues and draft replies". */
export function joinWork(deeds: readonly Sentence[]): Sentence[] {
  const from = deeds.findIndex(({ text }) => isWork(text))
  if (from === -1) return [...deeds]
  const rest = deeds.slice(from)
  const other = rest.findIndex((deed) => !isWorkOrTurn(deed))
  const work = other === -1 ? rest : rest.slice(0, other)
  const [head, last] = [work[0], work.at(-1)]
  if (head === undefined || last === undefined || work.length < 2) return [...deeds]
  const texts = work.slice(0, -1).map(({ text }) => text)
  const joint = texts.some((text) => text.includes(' and ')) ? ', and ' : ' and '
  const joined = { text: texts.join(', ') + joint + last.text, span: { start: head.span.start, end: last.span.end } }
  return [...deeds.slice(0, from), joined, ...rest.slice(work.length)]
}
