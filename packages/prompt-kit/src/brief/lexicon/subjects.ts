import { baseForms } from './verbs.ts'

/** What somebody who describes an assistant calls it; other names count where the role bears them. */
const generic = String.raw`assistant|bot|chatbot|chat bot|ai|model`
const auxiliary =
  "should must will shall can could may might would needs cannot can't does doesn't is isn't has won't mustn't shouldn't"
const adverbs = 'always never only also then usually first briefly politely just often strictly gently carefully clearly simply'

/** An adverb may stand between the subject and its verb. */
export const adverb = String.raw`(?:${adverbs.split(' ').join('|')})`

const subject = new RegExp(
  String.raw`^(?:(it|he|she)|(?:the|this|our|my) ([\p{L}-]{2,30}(?: bot| assistant| agent| model)?)) (?=(?:${adverb} ){0,2}([\p{L}'’-]+))`,
  'iu',
)
const auxiliaries: ReadonlySet<string> = new Set(auxiliary.split(' '))
const isGeneric = new RegExp(String.raw`^(?:${generic})$|(?: bot| assistant| agent| model)$`, 'i')

/** The subject that a sentence about an assistant begins with: a pronoun (`noun` is null then) or a name for it; null before no known verb. */
export function readSubject(text: string): { length: number; noun: string | null; isGeneric: boolean } | null {
  const match = subject.exec(text.slice(0, 120))
  if (match?.[3] === undefined) return null
  const verb = match[3].toLowerCase().replaceAll('’', "'")
  if (!auxiliaries.has(verb) && !baseForms.has(verb)) return null
  const noun = match[2] ?? null
  return { length: match[0].length, noun, isGeneric: noun !== null && isGeneric.test(noun) }
}

const subjects = /(?<![\p{L}\p{N}])(?:the|this|our|my) ([\p{L}-]{2,30}(?: bot| assistant| agent| model)?)(?= [\p{L}'’-]+)/giu

/** A text without what it calls the assistant as a subject; a name of its own goes only where it `stands` elsewhere. */
export function withoutSubjects(text: string, stands: (noun: string) => boolean): string {
  return text.replaceAll(subjects, (whole, noun: string, at: number) => {
    const found = readSubject(text.slice(at, at + 120))
    return found?.noun === noun && (found.isGeneric || stands(noun.toLowerCase())) ? '' : whole
  })
}
