import { isAgentNoun } from '../lexicon/words.ts'
import { parsed, pushContext, setTask } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { archetypeOf } from './task.ts'

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
