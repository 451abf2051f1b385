import { isAgentNoun, plainStarts } from '../brief/lexicon/words.ts'

/** "an" before a vowel sound; letters read one by one count by their name ("an SQL expert", "a UX designer"). */
export function article(noun: string): 'a' | 'an' {
  const first = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}-]*)/u.exec(noun)?.[1] ?? ''
  if (/^[A-Z]{2,}(?:s|-|\d|$)/.test(first) && !/^(?:NASA|NATO|RAG|REST|SEAL|LEGO)\b/.test(first))
    return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a'
  if (/^[B-Z](?:-|$)/.test(first)) return /^[EFHILMNORSX]/.test(first) ? 'an' : 'a'
  if (/^(?:8|11|18)(?:\D|$)/.test(first)) return 'an'
  if (/^(?:uni(?!n|m)|use|usu|util|u\.?[kx]\b|eu|one\b|once|ubi|ukr|ur[aiou]n)/i.test(first)) return 'a'
  if (/^(?:hour|honest|honou?r|heir)/i.test(first)) return 'an'
  return /^[aeiou]/i.test(first) ? 'an' : 'a'
}

const determined = /^(?:an?|the|my|our|your|their|this|one|two|three|some|both|[A-Z][\p{L}]+['’]s|[\p{L}]+['’]s)\s/iu

/** "Marvin, a depressed robot", "Sherlock Holmes": what is called by its own name takes no article; "Travel Agent" does. */
function isName(role: string): boolean {
  if (/^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}, (?:an?|the)\b/u.test(role)) return true
  if (!/^\p{Lu}[\p{L}\p{N}.'’-]*(?: (?:(?:of|the|de|von|van) )?\p{Lu}[\p{L}\p{N}.'’-]*){0,3}$/u.test(role)) return false
  return !isAgentNoun(role.split(' ').at(-1) ?? '')
}

/** Puts an article before a role that has none. Names and other scripts go without. */
export function withArticle(role: string): string {
  if (determined.test(role) || !/^[^\p{L}]*[A-Za-z]/u.test(role)) return role
  if (isName(role)) return role
  const head = role.split(/ (?:for|of|in|to|with|who|that|which|specializing|from|at) |,/i)[0] ?? role
  if (/(?:[^su]s|experts|people|team members)$/i.test(head) && !/(?:boss|[^e]ss|us|is)$/i.test(head)) return role
  return `${article(role)} ${role}`
}

/** The same words with a capital letter in front, unless the first word is code or a name with its own capitals. */
export function capitalised(text: string): string {
  const word = /^[^\s]+/.exec(text)?.[0] ?? ''
  if (!/^\p{Ll}/u.test(word) || /\p{Lu}|[_/\\(){}=.<>@:]\S|\d/u.test(word)) return text
  const upper = text.charAt(0).toUpperCase()
  // Some letters have no capital that leads back to them.
  return upper.toLowerCase() === text.charAt(0) ? upper + text.slice(1) : text
}

/** Ends a sentence with one mark: a dangling comma becomes a full stop, what is ended already stays. */
function ended(text: string): string {
  const trimmed = text.trimEnd().replace(/[,;]+$/, '')
  if (trimmed === '' || trimmed.includes('\n')) return trimmed
  const last = trimmed.at(-1) ?? ''
  if (/[.!?…:。！？：؟।]/.test(last)) return trimmed
  if (/[.!?。！？]["'”’»)\]*_]+$/.test(trimmed)) return trimmed
  if (/https?:\/\/\S+$/.test(trimmed)) return trimmed
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(last)) return `${trimmed}。`
  return /[\p{L}\p{N}\p{M})\]}"'”’»*_`%$>]/u.test(last) ? `${trimmed}.` : trimmed
}

export const sentence = (text: string): string => ended(capitalised(text.trim()))

/** A title's own capital, for a place inside a sentence: "Customer support bot" → "customer support bot"; what may be a name keeps it. */
export function uncapitalised(title: string): string {
  const [first = '', next = ''] = title.split(' ', 2)
  return plainStarts.has(first.toLowerCase()) && /^\p{Lu}\p{Ll}+$/u.test(first) && /^\p{Ll}/u.test(next)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title
}

/** An article that began a sentence, for a place inside one. */
export function inSentence(text: string): string {
  return /^(?:An?|The|My|Our|Your|One) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** "a, b and c" */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
