import { demands, forbids } from '../brief/read/cues.ts'
import { orderVerb } from '../brief/read/task.ts'
import type { Family } from '../brief/schema.ts'
import { sectionNameOf } from '../sections/sectionNameOf.ts'

/**
 * An order to the composer, rather than a wish for the assistant. `shorter` and `longer` are about answers; `skip` is about the question that
 * is open; `section` is a name of the composer's or somebody's own words.
 */
export type Command =
  | { kind: 'shorter' }
  | { kind: 'longer' }
  | { kind: 'rule'; rule: string }
  | { kind: 'family'; family: Family }
  | { kind: 'remove'; section: string }
  | { kind: 'undo' }
  | { kind: 'skip' }

/** Longer messages are no commands. */
const longest = 2_000
/** All but rules are said in a few words. */
const longestPlain = 120

/** The command that a message is, as a whole; null for everything else, which is read as a brief. */
export function readCommand(words: string): Command | null {
  if (words.length > longest) return null
  const said = words.trim().replaceAll('’', "'")
  const rule = readRule(said)
  if (rule !== null) return { kind: 'rule', rule }
  if (said.length > longestPlain || said.includes('\n')) return null
  const bare = said
    .replace(/[\s.!?,]+$/, '')
    .replace(/^(?:(?:ok(?:ay)?|and|now|then|well|yes|hm+),? )+/i, '')
    .replace(
      /^(?:please,? |(?:can|could|would|will) you (?:please )?|let's |i(?:'d| would) like (?:you )?to |i want (?:you )?to )/i,
      '',
    )
    .replace(/,? (?:please|thanks|thank you)$/i, '')
  if (skips.test(bare)) return { kind: 'skip' }
  if (undoes.test(bare)) return { kind: 'undo' }
  if (shortens.test(bare)) return { kind: 'shorter' }
  if (lengthens.test(bare)) return { kind: 'longer' }
  const section = readRemoval(bare)
  if (section !== null) return { kind: 'remove', section }
  const family = readFamily(bare)
  return family === null ? null : { kind: 'family', family }
}

const skips =
  /^(?:skip(?: (?:it|this|that|this one|(?:this|that|the) (?:question|one)))?|next(?: (?:one|question))?|pass|none|no|nope|nothing|n\/a|not (?:now|needed|sure|applicable|really)|(?:i )?(?:don't|do not) (?:know|care|mind)|i have (?:none|no idea)|no idea|never mind|whatever|(?:it |that )?(?:doesn't|does not) matter|later|ask (?:me )?later|maybe later|something else|ask (?:me )?something else)$/i

const undoes =
  /^(?:undo|revert)(?: (?:it|this|that|(?:the |my )?(?:last|latest|previous) (?:change|one|step|answer|edit|message|thing)|the change))?$|^(?:go|step) back(?: one(?: step)?| a step)?$|^take (?:it|that|this) back$|^undo (?:it|that|this) again$/i

const more = String.raw`(?:(?:a (?:bit|little|lot|tad)|much|even|slightly|somewhat|way) )?`
const answers = String.raw`(?:it|this|that|them|(?:the|its|your|all|all its|all the) (?:answers?|repl(?:y|ies)|responses?)|answers|replies|responses)`
const comparing = (adjectives: string, verbs: string, complaint: string): RegExp =>
  new RegExp(
    String.raw`^(?:(?:make|keep) ${answers} ${more}(?:${adjectives})(?: again)?|${more}(?:${adjectives})(?: (?:answers|replies|responses))?|(?:${verbs}) ${answers}(?: ${more.trim()})?(?: a (?:bit|little))?|(?:(?:it|this|that)(?: is|'s)|${answers} (?:are|is)) (?:too|a bit|a bit too) (?:${complaint})|(?:much |way )?too (?:${complaint}))$`,
    'i',
  )
const shortens = comparing(
  'shorter|briefer|more concise|terser|less wordy|less verbose|more brief',
  'shorten|trim',
  'long|wordy|verbose',
)
const lengthens = comparing('longer|more detailed|wordier|less brief|less terse', 'lengthen|expand', 'short|brief|terse')

const addsRule =
  /^(?:please )?add (?:(?:a|an|another|one more|the|this|the following)(?: new)?|new) (?:rule|constraint|requirement|guideline)(?<mark>\s*[:：]\s*|\s+[-–—]\s+|,? that (?:says:? |it (?:should|must) |you (?:should|must) )?| to (?=\w)|,?\s+)(?<rule>\S[^]*)$/i
const addsBareRule = /^(?:please )?add rule(?<mark>\s*[:：]\s*|\s+[-–—]\s+|\s+)(?<rule>\S[^]*)$/i

/** "add a rule: …"; without a mark between, the words behind must be a rule by themselves: "add a rule engine" is none. */
function readRule(said: string): string | null {
  const { mark = '', rule = '' } = (addsRule.exec(said) ?? addsBareRule.exec(said))?.groups ?? {}
  const words = rule.trim().replace(/^(["“'])([^]*)(["”'])$/, '$2')
  if (words === '') return null
  const isMarked = mark.trim() !== ''
  return isMarked || forbids.test(words) || demands.test(words) || orderVerb(words) !== null ? words : null
}

const removes =
  /^(?:remove|delete|drop|take out|leave out|get rid of|throw out|cut) (?:the |this |that |my |your )?(?<own>["“']?)(?<name>[\p{L}\p{N}][\p{L}\p{N} _'&/-]{0,60}?)["”']? (?:section|part|block|heading|paragraph)$/iu

/** What people call sections beside the names these have. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['task', 'objective'],
  ['goal', 'objective'],
  ['background', 'context'],
  ['variables', 'inputs'],
  ['input', 'inputs'],
  ['tool', 'tools'],
  ['steps', 'instructions'],
  ['rules', 'constraints'],
  ['rule', 'constraints'],
  ['style', 'tone'],
  ['voice', 'tone'],
  ['format', 'output_format'],
  ['output', 'output_format'],
  ['example', 'examples'],
  ['refusal', 'safety'],
  ['fallback', 'fallback'],
  ['escalation', 'fallback'],
  ['criteria', 'success_criteria'],
])

function readRemoval(bare: string): string | null {
  const name = removes.exec(bare)?.groups?.['name']?.trim()
  if (name === undefined || /^(?:first|last|next|previous|whole|entire|this|that|other|second|third|same|\d+)$/i.test(name))
    return null
  return synonyms.get(name.toLowerCase()) ?? sectionNameOf(name)
}

const families: readonly (readonly [RegExp, Family])[] = [
  [/^(?:claude|anthropic|sonnet|opus|haiku)$/, 'claude'],
  [/^(?:gpt|chatgpt|chat gpt|openai|open ai|o[134])$/, 'gpt'],
  [/^(?:gemini|google gemini)$/, 'gemini'],
  [
    /^(?:llama|mistral|mixtral|qwen|deepseek|gemma|phi|ollama|a local model|local models|a small model|small models|plain text)$/,
    'plain',
  ],
]
const model =
  /^(?:(?:make|write|format|lay|optimi[sz]e|tune|adapt|rewrite|change|prepare|do)(?: (?:it|this|that|the (?:system )?prompt))?(?: out)? for|(?:it|this|that)(?: is|'s)(?: meant)? for|(?:it|this|the prompt) (?:will|should) run (?:on|with|in)|i(?:'ll| will)? (?:use|run) (?:it|this) (?:with|on|in)|for|use|switch to|target|(?:target )?model(?: is)?:?|in the style (?:of|for)) (?:(?:anthropic's?|openai's?|google's?|meta's?) (?=\p{L}))?(?<name>claude|anthropic|sonnet|opus|haiku|chatgpt|chat gpt|gpt|openai|open ai|o[134]|gemini|google gemini|llama|mistral|mixtral|qwen|deepseek|gemma|phi|ollama|a local model|local models|a small model|small models|plain text)(?:[ -]?(?:v?\d[\w.]{0,8}|sonnet|opus|haiku|pro|flash|lite|mini|nano|turbo|large|small|medium|instruct|chat|code))*(?: models?| style)?(?: instead)?$/iu

function readFamily(bare: string): Family | null {
  const name = model.exec(bare)?.groups?.['name']?.toLowerCase()
  return name === undefined ? null : (families.find(([names]) => names.test(name))?.[1] ?? null)
}
