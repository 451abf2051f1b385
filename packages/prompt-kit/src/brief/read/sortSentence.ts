import { splitClauses } from './clauses.ts'
import { readAudience, readFormat, readLanguage, readLength, readTone } from './phrases.ts'
import { addOutput, parsed, pushContext, pushDont, pushText, setTask, setText } from './reading.ts'
import type { Reading } from './reading.ts'
import { asking, readRole } from './role.ts'
import type { Sentence } from './sentences.ts'
import { isAgentNoun } from '../lexicon/words.ts'
import { archetypeOf, archetypeOfTask, orderVerb, readTask, toOrder } from './task.ts'

const forbids =
  /^(?:please )?(?:do not|don['’]t|never|avoid|refrain from|no |not |without |you (?:must|should|may|can|will|are) (?:not|never)\b|you (?:cannot|can['’]t|shouldn['’]t|mustn['’]t|won['’]t)|must not|should not|should never|there (?:must|should) be no)/i
const demands =
  /^(?:please )?(?:always|only|must|make sure|ensure|be sure|remember|you must|you should only|(?:it|they|everything|all \w+|each \w+|every \w+|the [\w ]{1,30}|your [\w ]{1,30}) (?:must|should|has to|have to|needs to)|stick to|limit|keep|prefer|use only|whenever|when|if|unless|for every|for each)\b/i
const gives =
  /^(?:i(?:['’]ll| will| am going to|['’]m going to| can| may)\b|(?:the )?(?:users?|customers?|people|students?) (?:will |can |may )?(?:pastes?|provides?|gives?|sends?|uploads?|types?|enters?|submits?|asks?|shares?)\b|given\b|my (?:first|next)\b|here (?:is|are)\b|the input\b)/i
const unsure =
  /^(?:if|when|whenever) (?:you (?:do not|don['’]t|cannot|can['’]t|are (?:unsure|not sure|uncertain)|lack)|(?:the |any |some |an? )?(?:information|input|data|answer|question|request|context|detail|field|value)s? (?:is|are) (?:missing|unclear|incomplete|ambiguous|unknown|not)|unsure|in doubt|unclear|not sure)/i
const escalates =
  /\b(?:escalate|hand (?:\w+ )?(?:over|off)|handover|transfer|forward|refer)\b.{0,80}\b(?:human|agent|team|person|staff|colleague|manager|support|desk|specialist|supervisor|reception)\b/i
const safe =
  /\b(?:personal data|personal information|self-harm|suicid\w+|emergency services|medical advice|legal advice|confidential)\b/i
const answersWith =
  /^(?:please )?(?:only|just|always) (?:reply|respond|answer|return|output|give)\b|^(?:reply|respond|answer|return|output) (?:only|just|exclusively)\b|^(?:reply|respond|answer) with .{0,200}\bnothing else\b|^(?:give|write|start with|begin with)\b.{0,120}\bthen (?:the|an?|one)\b/i
const judges = /^(?:a good (?:answer|result|reply|response)|success (?:means|is)|(?:it|the task) is done when|done when)\b/i
const describesRole =
  /^(?:you(?:['’]re| are| have| possess| speciali[sz]e| excel| know| understand| work| speak| think| bring| love| hate| were| come| also (?:have|know|speciali[sz]e))|your (?:expertise|knowledge|skills?|speciali?ty|background|experience|approach|personality|persona|character|strengths?))\b/i
const tasked = /^(?:you(?:['’]re| are)(?: being)? |and )?tasked (?:with|to) /i
const yourTask =
  /^(?:and )?(?:(?:your|the|my)(?: main| primary| first| core| only)? (?:task|job|goal|objective|mission|purpose|role)|(?:the )?task) (?:is|will be|here is) to /i
/** Kept with the task, as a title for it would lose a word. */
const tellsMore = /main|primary|core|only|mission|purpose|here/i
const youWill = /^(?:and )?you(?:['’]ll| will| should| must| need to| have to| are to| are going to)(?: then| also)? (?=(\w+))/i
const bot = String.raw`(?:[\p{L}\p{N}/'’-]+ ){0,6}?(?:bot|chatbot|assistant|agent|gpt|tutor|coach|helper|companion|translator|reviewer|writer|planner|copilot|concierge|advisor|adviser|moderator|editor|classifier|summari[sz]er)`
const describesBot = new RegExp(
  String.raw`^(?:(?:(?:i|we)(?: would|['’]d)? (?:want|need|like) |(?:make|build) it (?=an?\b)|(?:create|build|make|give)(?: me| us)? (?=an? (?:[\p{L}-]+ ){0,4}(?:assistant|chatbot|prompt)\b)|(?:write|create|generate|make)(?: me| us)? an? (?:system )?prompt (?:for|that makes) )?(an?|the|our) (${bot}))(?=$|[\s,.:;])`,
  'iu',
)

const within = (sentence: Sentence, start: number, end = sentence.text.length): Sentence => {
  const raw = sentence.text.slice(start, end)
  const text = raw.trim()
  const at = sentence.span.start + start + (raw.length - raw.trimStart().length)
  return { text, span: { start: at, end: at + text.length } }
}

/** Only in short texts do half-sentences carry slots of their own; in longer ones each sentence is about one thing. */
const shortText = 1500

/** Sorts a sentence that stands under no heading into the slots that its cues name. */
export function sortSentence(reading: Reading, sentence: Sentence): void {
  if (/^[\s.…,;:-]*$/.test(sentence.text)) return
  const clauses = reading.text.length <= shortText && !gives.test(sentence.text) ? splitClauses(sentence) : [sentence]
  for (const clause of clauses) sortClause(reading, clause)
}

function sortClause(reading: Reading, clause: Sentence): void {
  if (sortRole(reading, clause) || sortBot(reading, clause)) return
  const lead = asking.exec(clause.text)?.[0].length ?? 0
  const body = within(clause, lead)
  if (body.text === '') return pushContext(reading, 'unsorted', clause)
  if (sortPhrase(reading, body) || sortTasked(reading, body)) return
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
  if (judges.test(text)) return pushText(reading, 'criteria', body)
  if (answersWith.test(text) && text.length < 300) return addOutput(reading, readFormat(text), 'note', body)
  const format = readFormat(text)
  if (
    format !== null &&
    text.length < 300 &&
    /^(?:only |always )?(?:answer|reply|respond|return|output|format|present|provide|in|as|the (?:answer|output|result|response)|your (?:answer|output|response))\b/i.test(
      text,
    )
  ) {
    return addOutput(reading, format, 'note', body)
  }
  if (demands.test(text)) return pushText(reading, 'do', body)
  if (safe.test(text) && orderVerb(text) !== null) return pushText(reading, 'safety', body)
  const order = youWill.exec(text)
  const asOrder =
    order?.[1] !== undefined && orderVerb(text.slice(order[0].length)) !== null ? within(body, order[0].length) : body
  if (sortOrder(reading, asOrder)) return
  if (describesRole.test(text)) return pushContext(reading, 'role', body)
  if (order !== null) return pushText(reading, 'steps', body, 0.6)
  pushContext(reading, /^(?:we|our|i (?:run|own|am|have|work))\b/i.test(text) ? 'background' : 'unsorted', body)
}

function sortRole(reading: Reading, clause: Sentence): boolean {
  const found = readRole(clause.text)
  if (found === null) return false
  const role = within(clause, found.start, found.rest)
  if (reading.brief.role !== null) {
    if (!describesRole.test(clause.text)) return false
    pushContext(reading, 'role', clause)
    return true
  }
  reading.brief.role = parsed(role.text.replace(/[.:,]+$/, ''), role.span, 0.95)
  const rest = /^[\s,;:.–—-]*(?:and |but )?/i.exec(clause.text.slice(found.rest))
  const after = within(clause, found.rest + (rest?.[0].length ?? 0))
  if (after.text !== '') sortSentence(reading, after)
  return true
}

/** "I need a support bot that answers …": what the person wants is the assistant, and what it does is the task. */
function sortBot(reading: Reading, clause: Sentence): boolean {
  if (reading.brief.role !== null) return false
  const match = describesBot.exec(clause.text)
  if (match?.[1] === undefined || match[2] === undefined) return false
  const start = match[0].length - match[1].length - match[2].length - 1
  const that = /,? (?:that|which|who|to|and) /i.exec(clause.text.slice(match[0].length, match[0].length + 200))
  if (that !== null) {
    const at = match[0].length + that.index
    const deeds = within(clause, at + that[0].length)
    const order = that[0].endsWith('to ') ? deeds.text : toOrder(deeds.text)
    const task = order === null ? null : readTask(order)
    if (task !== null && reading.brief.task === null) {
      reading.brief.role = parsed(within(clause, start, at).text, within(clause, start, at).span, 0.9)
      setTask(reading, task, deeds.span, 0.9)
      return true
    }
  }
  const whole = within(clause, start)
  reading.brief.role = parsed(whole.text.replace(/[.]+$/, ''), whole.span, 0.8)
  return true
}

/** A clause that is nothing but the value of one slot. */
function sortPhrase(reading: Reading, body: Sentence): boolean {
  const { brief } = reading
  const { text, span } = body
  const length = readLength(text)
  if (length !== null && brief.length === null) {
    brief.length = parsed(length, span, 0.9)
    return true
  }
  const tone = readTone(text)
  if (tone !== null) {
    brief.tone.push(...tone.map((word) => parsed(word, span, 0.9)))
    return true
  }
  const language = readLanguage(text)
  if (language !== null && brief.language === null) {
    brief.language = parsed(language, span, 0.9)
    return true
  }
  const audience = readAudience(text)
  if (audience !== null && brief.audience === null) {
    brief.audience = parsed(audience, span)
    return true
  }
  return false
}

/** "Your task is to …", "You are tasked with …". */
function sortTasked(reading: Reading, body: Sentence): boolean {
  if (reading.brief.task !== null) return false
  const lead = tasked.exec(body.text) ?? yourTask.exec(body.text)
  if (lead === null) return false
  const rest = within(body, lead[0].length)
  const verb = /^[\p{L}-]+/u.exec(rest.text)?.[0]
  if (verb === undefined) return false
  if (tellsMore.test(lead[0])) {
    setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb, rest.text) }, body.span, 0.95)
    return true
  }
  for (const [index, clause] of splitClauses(rest).entries()) {
    if (index > 0) sortClause(reading, clause)
    else
      setTask(
        reading,
        {
          verb,
          object: clause.text.slice(verb.length).trim(),
          archetype: archetypeOfTask(verb.replace(/ing$/, ''), clause.text),
        },
        clause.span,
        0.95,
      )
  }
  return true
}

/** "I will paste a text and you will translate it": the first half is an input, the second the task. */
function sortGiven(reading: Reading, body: Sentence): void {
  const turn =
    /(?:,|;)?(?: and)?(?: then)? you(?:['’]ll| will| should| must| need to| have to| are to)(?: then)? (?=\w)|,? and (?:your (?:task|job|role|goal) (?:is|will be)|it (?:is|will be) your (?:task|job|role|goal)) to /i.exec(
      body.text.slice(0, 600),
    )
  const verb = turn === null ? null : orderVerb(body.text.slice(turn.index + turn[0].length))
  if (turn === null || verb === null) return pushText(reading, 'inputs', body)
  const deed = within(body, turn.index + turn[0].length)
  // "… and you will execute it": the halves need each other.
  if (reading.brief.task === null && /^\w+ (?:it|them|this|that)\b/i.test(deed.text)) {
    return setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb.verb, body.text) }, body.span, 0.9)
  }
  pushText(reading, 'inputs', within(body, 0, turn.index))
  if (!sortOrder(reading, deed)) pushText(reading, 'steps', deed)
}

/** An order: the first is the task, the others are steps. */
function sortOrder(reading: Reading, body: Sentence): boolean {
  const order = orderVerb(body.text)
  if (order === null) {
    // "Using the notes, write …" is an order too.
    if (!/^(?:using|with|based on|given|from|for|in|by|after|once|at|as)\b[^,]{1,100}, (\w+)/i.test(body.text.slice(0, 200)))
      return false
    const verb = /, (\w+)/.exec(body.text)?.[1] ?? ''
    if (orderVerb(verb) === null) return false
    if (reading.brief.task !== null) pushText(reading, 'steps', body)
    else setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb, body.text) }, body.span)
    return true
  }
  if (
    reading.brief.role !== null &&
    /^(?:answer|reply|respond|speak|talk) (?!(?:questions?|queries|my|any|all|the|customers?|users?|people|to|with (?:what|the)|as|for)\b)/i.test(
      body.text,
    )
  ) {
    pushText(reading, 'do', body)
    return true
  }
  if (/^(?:stay|remain|keep|be|remember|stick|stop|wait)$/.test(order.verb)) {
    pushText(reading, 'do', body)
    return true
  }
  const task = reading.brief.task === null ? readTask(body.text) : null
  if (task !== null) setTask(reading, task, body.span, 0.9)
  else if (reading.brief.task === null) return false
  else pushText(reading, 'steps', body)
  return true
}

/** A text too short to say more than a title: "Ethereum Developer", "Budget planner". */
export function sortTitle(reading: Reading, sentence: Sentence): void {
  const { text, span } = sentence
  const archetype = archetypeOf(text) ?? 'support'
  if (
    /^(?:i|we|you|it|this|that|how|what|why|when|where|who|which|can|could|is|are|do|does|if|my|not|more|less|too|hi|hello|thanks|ok|yes|no)\b|[?!]$/i.test(
      text,
    )
  ) {
    pushContext(reading, 'unsorted', sentence)
    setTask(reading, { verb: '', object: '', archetype }, span, 0.2)
    return
  }
  const head = text.split(/ (?:for|of|in|to|with|on|from|at|about|-|–|\|) /i)[0] ?? text
  const last = /[\p{L}]+$/u.exec(head.replace(/[^\p{L}]+$/u, ''))?.[0] ?? ''
  if (isAgentNoun(last)) {
    reading.brief.role = parsed(text.replace(/[.]+$/, ''), span, 0.7)
    setTask(reading, { verb: '', object: '', archetype }, span, 0.4)
    return
  }
  setTask(reading, { verb: 'help with', object: text, archetype }, span, 0.4)
}
