import type { Family } from '../brief/schema.ts'
import type { SectionName } from '../composer/types.ts'

/** What somebody asks of a model. */
export type InstructionAct = 'generate' | 'improve' | 'shorten' | 'translate' | 'explain' | 'fix'

export const sectionPurposes: Record<SectionName, string> = {
  role: 'who the assistant is, for whom and in which field; always there; no superlatives',
  objective: 'one sentence that says what it is there to do; always there',
  audience: 'who reads its answers, where the brief says so',
  context: 'background that the brief gives',
  inputs: 'what it is given to work on, and its variables',
  tools: 'each tool: when to use it, and what to do when an argument is missing',
  instructions: 'what it does, one step a line, numbered where the order matters; always there',
  details: 'longer material, kept as it was laid out',
  constraints: 'rules, one a line; after a prohibition what to do instead, where the brief says so',
  tone: 'how it sounds',
  language: 'which language it answers in',
  length: 'how long an answer is',
  output_format: 'the form of the answer; where it gives a verdict, its reason comes before it',
  examples: 'pairs of input and output that the person gave; never invented ones',
  safety: 'what it refuses, and how',
  fallback: 'what it does when information is missing, when a request is out of scope, and when to hand over; always there',
  success_criteria: 'what a good answer is judged by, where the brief says so',
}

export const familyStyles: Record<Family, string> = {
  claude:
    'The prompt is for Claude: each section stands in tags with its name. Within a section use plain sentences and lists; lay out examples as <example> with <input> and <output> in it.',
  gpt: 'The prompt is for GPT models: each section stands under a Markdown heading. Use tags for data and examples alone; lay out examples as <example> with <input> and <output> in it.',
  gemini:
    'The prompt is for Gemini: short sections under Markdown headings, and no tags at all. Lay out examples as lines "Input: …" and "Output: …".',
  plain:
    'The prompt is for small and local models: short, plain Markdown and no tags. Lay out examples as lines "Input: …" and "Output: …".',
}

/** What each act asks for; `translate` names its language beside it. */
export const actOrders: Record<InstructionAct, string> = {
  generate:
    'Do to the prompt what the message asks for. Where the brief holds something that no section says yet, write it into its section.',
  improve:
    'Improve the prompt: make vague wording exact, take out what is said twice, settle what contradicts itself, and put each thing into its section. Keep every rule, and follow the message where it says what to improve.',
  shorten:
    'Make the prompt shorter. Say each thing once and in fewer words. Keep every rule, every fact, every variable and the form of the answer.',
  translate:
    'Translate the words of every section into the language named below. Names of sections, variables, code, field names, addresses and what examples must match letter by letter stay as they are.',
  explain: 'Answer what the message asks about the prompt, in `reply`. Change nothing: `edits` is an empty list.',
  fix: 'Mend the findings that are listed, each with the smallest change that settles it. Change nothing else.',
}
