import { adverb } from '../lexicon/subjects.ts'
import { baseForms, isOrderVerb, mayBeNoun } from '../lexicon/verbs.ts'
import { asAddressed } from './addressed.ts'
import { speaksOfAnswer } from './cues.ts'
import { readFormat } from './phrases.ts'
import type { Sentence } from './sentences.ts'

/** A sentence any longer is a text of its own. */
const longest = 800

const quoted = /"[^"]*"|“[^”]*”|`[^`]*`|\([^)]*\)/g
const joint = /[,;] (?:and then |and |but |then )?| and then | and | but /g
const conditional =
  /^(?:if|when|whenever|unless|before|after|once|for every|for each) [^,;.]{1,150}, |^(?:after|before|for|in) (?:each|every) [a-z-]{2,30} (?=[a-z]+s )/i
const start = new RegExp(String.raw`^(?:(?:it|he|she) )?((?:${adverb} ){0,2})`, 'i')
/** What follows a noun rather than a verb, or neither: "orders and returns", "plans for the week". */
const afterNoun = /^(?:and|or|of|for|to|in|on|from|with|about|at|by|as|is|are|that|which|who|per)\b/i
const answerVerb =
  /^(?:answer|reply|respond|speak|write|focus|look|work|act|ask|search|report|talk|chat|point|go|carry|stay|start|end|comment|sign|decide)$/

const alsoNouns = /^(?:return|offer|order|comment|count|detail|end|hint|log|mark|match|question|query|test|type|reply)$/

/** Whether the words after a form such as "lists" or "returns" let it be a verb. */
function isVerbBefore(base: string, rest: string): boolean {
  const next = /^ (?=[\p{L}\p{N}"“`({[_$€£-])(\S.*)/u.exec(rest)?.[1]
  if (next === undefined) return /^(?:[.!]|$)/.test(rest) && /^(?:apologi[sz]e|agree|insist)$/.test(base)
  return answerVerb.test(base)
    ? !/^(?:and|or|of|is|are|should|must|may|will|can|need|that|which)\b/i.test(next)
    : !((mayBeNoun(base) || alsoNouns.test(base)) && afterNoun.test(next)) && !/^(?:and|or|of)\b/i.test(next)
}

/** A deed told of the assistant as an order to it: "never promises refunds" → "never promise refunds". `plain`: the base form is a verb too; `sure`: a subject stands before it. */
function imperative(text: string, plain: boolean, sure: boolean): string | null {
  const lead = start.exec(text)
  const how = (lead?.[1] ?? '').replace(/\b(?:also|then) /gi, '').toLowerCase()
  const said = text.slice(lead?.[0].length ?? 0)
  const cannot = /^(?:can(?:not|['’]t)|mustn['’]t|shouldn['’]t|won['’]t)(?= \p{Ll})/iu.exec(said)
  if (cannot !== null) return `you ${said}`
  const not = /^(?:(does) not|(doesn['’]t)|(?:must|should|may|will|shall|would) (?:not|(never))) (?=\p{Ll})/iu.exec(said)
  if (not !== null)
    return `${not[2] !== undefined ? "don't" : not[3] !== undefined ? 'never' : 'do not'} ${how}${said.slice(not[0].length)}`
  const bound = /^(?:(has|needs) to|is ((?:not )?(?:allowed|able|supposed|expected) to)) (?=\p{Ll})/iu.exec(said)
  if (bound !== null) {
    const rest = said.slice(bound[0].length)
    return bound[1] === undefined
      ? `you are ${bound[2] ?? ''} ${rest}`
      : `you ${bound[1].toLowerCase() === 'has' ? 'have' : 'need'} to ${how}${rest}`
  }
  if (/^(?:can|could|may|might) (?=\p{Ll})/iu.test(said)) return `you ${how}${said}`
  const modal = /^(?:should|must|will|shall|would) (?=\p{Ll})/iu.exec(said)
  if (modal !== null) return how + said.slice(modal[0].length).replace(/^(?:also|then) /i, '')
  const verb = /^[\p{L}-]{2,20}/u.exec(said)?.[0]
  if (verb === undefined) return null
  const rest = said.slice(verb.length)
  const base = baseForms.get(verb.toLowerCase())
  if (base === 'do') return null
  if (base === 'be' || base === 'have') return / \S/.test(rest) ? `${how}${base}${rest}` : null
  if (base !== undefined && (sure || how !== '' || isVerbBefore(base, rest))) return how + base + rest
  const order = verb.toLowerCase()
  return plain && isOrderVerb(order) && !mayBeNoun(order) && isVerbBefore(order, rest) ? how + said : null
}

/** The same, after a condition: "if the date is missing, it asks" → "if the date is missing, ask". */
function order(text: string, plain: boolean, sure = false): { text: string; condition: number } | null {
  const condition = conditional.exec(text)?.[0] ?? ''
  const deed = imperative(text.slice(condition.length), plain, sure && condition === '')
  return deed === null ? null : { text: asAddressed(condition + deed), condition: condition.length }
}

/**
 * What an assistant is said to do, one order a deed, or null where the words begin with no verb that is sure to be one. A deed whose object
 * is the one before it ("and scores them") stays with that one. The spans are those of the words as they were written. `sure` where a subject stands before them.
 */
export function readDeeds(sentence: Sentence, sure = true): Sentence[] | null {
  const { text } = sentence
  if (text.length > longest || /[\n{]/.test(text)) return null
  const plain = new RegExp(String.raw`^(?:${adverb} )*(?:should|must|will)\b`, 'i').test(text)
  const first = order(text, plain, sure)
  if (first === null) return null
  const cuts = [{ from: 0, to: 0 }]
  let open = first.condition
  for (const match of text.replaceAll(quoted, (part) => '_'.repeat(part.length)).matchAll(joint)) {
    const to = match.index + match[0].length
    if (match.index < open - 2) continue
    const next = to === open ? null : order(text.slice(to, to + 300), plain)
    if (next === null) continue
    cuts.push({ from: match.index, to })
    open = to + next.condition
  }
  const deeds: Sentence[] = []
  for (const [index, { to }] of cuts.entries()) {
    const end = cuts[index + 1]?.from ?? text.length
    const deed = order(text.slice(to, end), plain, sure && index === 0)?.text ?? text.slice(to, end)
    const span = { start: sentence.span.start + to, end: sentence.span.start + end }
    const before = deeds.at(-1)
    if (
      before !== undefined &&
      /^[\p{L}-]+ (?:it|them|these|those)\b/iu.test(deed) &&
      !(readFormat(deed) !== null && speaksOfAnswer.test(deed))
    ) {
      deeds[deeds.length - 1] = { text: `${before.text} and ${deed}`, span: { start: before.span.start, end: span.end } }
    } else deeds.push({ text: deed, span })
  }
  return deeds
}
