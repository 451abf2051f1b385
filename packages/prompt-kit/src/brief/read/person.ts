import { thirdPersons } from '../lexicon/verbs.ts'

const quoted = /"[^"\n]{0,2000}"|“[^”\n]{0,2000}”|`[^`\n]{0,2000}`|```[\s\S]*?(?:```|$)/g
/** A whole word in any script; `\b` knows ASCII alone. */
const whole = (words: string, flags = 'gu') =>
  new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}_])(?:${words})(?![\p{L}\p{N}\p{M}_])`, flags)
/** "i.e.", "(i)" and "Part I" speak of nobody. */
const self = String.raw`(?<!(?:Part|Phase|Type|Level|Class|Stage|Volume|Chapter) )[Ii](?=['’][a-z]| \p{Ll})`
const firstPerson = whole(`${self}|[Mm]e|[Mm]y|mine|myself`, 'u')
const interaction =
  /\b(?:I|i)(?:['’]ll| will| can| may| might| would|['’]m going to) (?:\w+ly |then |also )?(?:give|provide|type|write|paste|ask|send|say|tell|share|describe|upload|enter|input|speak|supply|present|show|ask|be asking|need)|\bmy (?:first|next) (?:request|command|sentence|question|message|suggestion|word|prompt|query|task|topic)|\b(?:when|if|unless|until|whenever|time|question|what|everything|anything) I \w+|\bI (?:paste|send|give|provide|type|share|upload|submit)\b|^\s*(?:pretend|imagine|act as)\b|\b(?:ask|tell|give|show|help|teach|send) me\b/i

const clause = whole(String.raw`${self} (?:(also|then|only|just|always|usually|first|now) )?([\p{L}\p{M}]+(?:['’]\p{L}+)?)`)
const modal = /^(?:will|can|could|would|should|may|might|must|shall|did|had|was|wrote|gave|said|asked|typed|provided|wanted)$/

/** Replaces what stands outside quotes and code. */
function outsideQuotes(text: string, change: (part: string) => string): string {
  let result = ''
  let at = 0
  for (const match of text.matchAll(quoted)) {
    result += change(text.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return result + change(text.slice(at))
}

/** True where "I" or "my" stands outside quotes and code, so that a reader must be told who that is. */
export function speaksInFirstPerson(text: string): boolean {
  let found = false
  outsideQuotes(text, (part) => {
    found ||= firstPerson.test(part)
    return part
  })
  return found
}

/** "I will paste my text" → "The user will paste their text"; null where a verb is met whose form is not known. */
export function toThirdPerson(text: string): string | null {
  let sure = true
  const result = outsideQuotes(text, (part) =>
    part
      .replace(whole("[Ii]['’]ll"), 'I will')
      .replace(whole("[Ii]['’]m"), 'I am')
      .replace(whole("[Ii]['’]ve"), 'I have')
      .replace(whole("[Ii]['’]d"), 'I would')
      .replace(clause, (_whole, adverb: string | undefined, verb: string) => {
        const lower = verb.toLowerCase()
        const form = modal.test(lower) ? lower : thirdPersons.get(lower)
        if (form === undefined) sure = false
        return `the user ${adverb ? `${adverb} ` : ''}${form ?? verb}`
      })
      .replace(whole('myself'), 'themselves')
      .replace(whole('mine'), 'theirs')
      .replace(whole('[Mm]y'), "the user's")
      .replace(whole('[Mm]e'), 'the user'),
  )
  return sure && !speaksInFirstPerson(result) ? result : null
}

/** Whether the first person of a brief is whoever talks to the assistant later, rather than its author alone. */
export function speaksAsUser(text: string): boolean {
  return interaction.test(text)
}
