import { isOrderVerb, mayBeNoun } from '../lexicon/verbs.ts'

/** "I want you to", "please", "could you": who speaks, before what is asked. */
export const asking =
  /^(?:please,? )?(?:(?:i|we)(?: would|['’]d)? (?:want|need|like) (?:you )?to (?!be\b)|(?:can|could|would|will) you (?:please )?|let['’]s |from now on,? (?:you (?:will|are going to|must) )?|you(?:['’]ll| will| are going to| should| must| have to| need to) (?=(?:act|behave|serve|pretend)\b)|your (?:task|job|role|goal) is to (?=(?:act|behave|serve|pretend)\b))?(?:please )?/i

const cue =
  /^(?:(?:act|behave|serve|respond|work|function|role-?play) (?:as|like) (?:if you (?:are|were) )?|pretend (?:to be |(?:that )?you(?: are|['’]re) )|imagine (?:that )?you(?: are|['’]re) |(?:assume|take on|adopt|play) the (?:role|persona) of |you(?: are|['’]re)(?: now)? (?:going to (?:act as|be) )?(?=(["“*]*\S+)))/iu

/** Where a role ends and the next clause begins, such as ", and your task is to" or " and explain". */
function roleEnd(text: string): number {
  const head = text.slice(0, 400)
  const turn =
    /(?:,? (?:and|who will|but)|[,;:–—]| -) (?=(?:I|you|your|my)(?:['’]ll)? (?:will|task|job|goal|role|are|have|should|must|can|need)\b)|[;:] |: *$/.exec(
      head,
    )
  let end = turn === null ? text.length : turn.index
  for (const match of head.matchAll(/,? and (\w+)(?= (?:(?:an?|the|my|me|this|these|each|it|them|to|how|any|all|your)\b))/g)) {
    const verb = (match[1] ?? '').toLowerCase()
    if (match.index < end && isOrderVerb(verb) && (!mayBeNoun(verb) || match.index > 12)) {
      end = match.index
      break
    }
  }
  const glued = /\.(\p{Ll}+) /u.exec(head)
  if (glued?.[1] !== undefined && glued.index < end && isOrderVerb(glued[1])) end = glued.index
  return end
}

/** The role that a sentence names, and where in the sentence it stands and what follows it. */
export function readRole(sentence: string): { role: string; start: number; rest: number } | null {
  const lead = asking.exec(sentence)?.[0].length ?? 0
  const match = cue.exec(sentence.slice(lead))
  if (match === null) return null
  // "You are" begins a role only before an article or a name: "you are tasked" does not.
  if (match[1] !== undefined && !/^(?:an?|the|my|our|one)$|^["“*]*\p{Lu}/u.test(match[1])) return null
  const start = lead + match[0].length
  const tail = sentence.slice(start)
  const end = roleEnd(tail)
  const role = tail.slice(0, end).trim()
  if (role === '' || role.length > 600) return null
  return { role, start, rest: start + end }
}
