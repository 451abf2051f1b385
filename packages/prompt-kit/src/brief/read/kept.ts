import { baseForms, thirdPersons } from '../lexicon/verbs.ts'
import { headingWords } from '../lexicon/headings.ts'
import { withoutSubjects } from '../lexicon/subjects.ts'

/**
 * The words that may vanish when a brief becomes a prompt, because the prompt says the same in its own form: who speaks to whom ("I want you
 * to act as a …"), what joins two clauses, and the cue of a slot that has a section ("at most", "in a … tone").
 */
const cueWords: ReadonlySet<string> = new Set([
  ...'i you your me my mine myself we us our a an the to be is are am as if that this it its itself himself herself he she which who and or so but then also instead'.split(
    ' ',
  ),
  ...'please want need have would like can could will should must let from now on'.split(' '),
  ...'act acts behave serve work function play pretend imagine assume take adopt persona tasked with job'.split(' '),
  ...'for of by in at most least no more less fewer than under over up within between about around exactly max min maximum minimum limit limits keep keeps'.split(
    ' ',
  ),
  ...'make build create give generate system prompt'.split(' '),
  ...'aimed targeted tone style voice manner stay stays sound sounds remain remains'.split(' '),
  ...'answer answers reply replies respond responds response responses write writes output format use uses using via speak speaks'.split(
    ' ',
  ),
  ...'q question user assistant'.split(' '),
  ...headingWords,
])

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*/gu

/** Lower-case words of a text, apostrophes inside a word kept. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(word) ?? []
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** "must not exceed 80 words": the prompt has the number after "at most". So it has for "keep them under 80 words". */
const measure =
  /\b(?:not exceed|(?:no|not) longer than|not more than)(?= \d)|(?<=\b(?:keep|make|limit) )them(?= (?:to |under |below |within |at most )*\d)/gi

/** A list's own numbers and letters; the prompt numbers anew or sets points. */
const numbering = /^[ \t]*\(?(?:\d{1,3}|[a-zA-Z])[.)](?=\s)/gm

/**
 * The words of a brief that its prompt lacks, each as often as it lacks it; cue words apart. A verb counts as kept in its base form
 * ("a bot that answers" → "answer") and in the third person ("when I ask" → "when the user asks"); what the assistant is called before what it
 * does need not come again ("The coach praises" → "Praise").
 */
export function droppedWords(brief: string, prompt: string): string[] {
  const have = count(wordsOf(prompt))
  const dropped: string[] = []
  const take = (key: string | undefined): boolean => {
    const left = key === undefined ? 0 : (have.get(key) ?? 0)
    if (key === undefined || left === 0) return false
    have.set(key, left - 1)
    return true
  }
  const pending: string[] = []
  for (const each of wordsOf(withoutSubjects(brief.replace(numbering, '').replace(measure, ''), (noun) => have.has(noun))))
    if (!cueWords.has(each) && !take(each)) pending.push(each)
  for (const each of pending)
    if (
      !take(baseForms.get(each)) &&
      !take(thirdPersons.get(each)) &&
      !contractions.has(each) &&
      !(each === "doesn't" && take("don't"))
    )
      dropped.push(each)
  return dropped
}

/** Contractions of cue words. */
const contractions: ReadonlySet<string> = new Set("i'll i'm i'd i've let's you're you'll".split(' '))
