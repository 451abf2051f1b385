import { orderVerb } from '../../brief/read/task.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const role =
  /\b(?:you(?:['’]re| are| will be| act| serve| play| work)|act(?:ing)? (?:as|like)|your (?:role|name|persona)|as an? [\p{L}-]+(?: [\p{L}-]+)?,|i am an?|pretend|imagine|behave|roleplay|role-play|assume the role)\b|\b(?:the|this) (?:assistant|agent|bot|model|ai)\b/iu
const objective =
  /\b(?:(?:your|the|my) (?:\w+ )?(?:task|job|goal|objective|mission|purpose|aim|duty)|task is|tasked|(?:i|we)(?: (?:want|need)|(?: would|['’]d) like)|you (?:will|should|must|can|may|need|have|help)|help me|please|(?:give|tell|show|send|ask) me|require|need|seeking|looking for|can you|could you|let['’]s|goal|objective|task|mission|purpose)\b/i
/** Words that English cannot do without. */
const english = /\b(?:the|a|an|and|of|to|in|is|are|for|with|that|it|you|your|be|or|on|as|this|not)\b/gi

export const noRoleObjective: Rule = {
  name: 'no-role-objective',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A model that knows neither who it is nor what it is for answers in its own way.',
  source: sources.gemini,
  find(text) {
    const { prose } = text
    const words = prose.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
    if (words < 8 || isOther(text, words) || role.test(prose) || objective.test(prose) || hasOrder(text)) return []
    const start = prose.length - prose.trimStart().length
    const end = text.text.indexOf('\n', start)
    return [
      {
        range: { start, end: end === -1 ? text.text.length : end },
        message: 'This says neither who the assistant is nor what it is to do.',
      },
    ]
  },
}

/** Another language, which these words cannot judge, or a piece of data. */
function isOther({ prose, text }: PromptText, words: number): boolean {
  const known = prose.match(english)?.length ?? 0
  return known < words * 0.08 || /^\s*[[{<]/.test(text)
}

function hasOrder({ sentences }: PromptText): boolean {
  return sentences.some(({ text }) => orderVerb(text.replace(/^["“'‘*_(\s]+/, '')) !== null)
}
