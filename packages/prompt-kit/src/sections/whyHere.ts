import type { Archetype, Brief, Family, SlotName } from '../brief/schema.ts'
import { defaultsFor } from '../composer/archetypeDefaults.ts'
import { composeSections } from '../composer/compose.ts'
import type { SectionName, Sentence } from '../composer/types.ts'

/** A sentence that the composer wrote, as it stands in its section, and where it comes from in words for people. */
export type Why = Pick<Sentence, 'text' | 'slot' | 'source'> & { section: SectionName; why: string }

/** Why each sentence of a composed prompt is there, in their order. */
export function whyHere(brief: Brief, family: Family): Why[] {
  return [...composeSections(brief, { family })].flatMap(({ name, sentences }) =>
    sentences.map((sentence) => {
      const { text, slot, source } = sentence
      return { text, slot, source, section: name, why: whyWords(sentence, brief) }
    }),
  )
}

const subjects: Record<SlotName, string> = {
  name: 'its name',
  role: 'its role',
  domain: 'its field',
  task: 'its task',
  audience: 'the audience',
  context: 'the background',
  inputs: 'what it is given',
  steps: 'what it does',
  do: 'its rules',
  dont: 'what it must not do',
  tone: 'the tone',
  language: 'the language',
  length: 'the length',
  output: 'the form of its answers',
  examples: 'examples',
  tools: 'its tools',
  fallback: 'what it does when in doubt',
  escalation: 'when to hand over',
  safety: 'safety',
  criteria: 'what makes a good answer',
  family: 'the model',
}

const kinds: Record<Archetype, string> = {
  support: 'support assistants',
  extract: 'assistants that extract information',
  classify: 'assistants that classify',
  summarise: 'assistants that summarise',
  write: 'assistants that write',
  rewrite: 'assistants that edit and translate',
  code: 'assistants for code',
  tutor: 'tutors',
  analyse: 'assistants that analyse',
  plan: 'assistants that plan',
  roleplay: 'role plays',
  agent: 'agents',
}

/** Where one sentence comes from, as a sentence. */
function whyWords({ slot, source }: Sentence, brief: Brief): string {
  const [name = '', index] = slot.split('.')
  if (!isSlot(name)) return defaultWords(brief)
  if (source === 'default') return defaultFor(name, brief)
  if (source === 'user') return `From your answer about ${subjects[name]}.`
  const words = wordsOf(brief, name, Number(index ?? 0))
  return words === '' ? `From what you said about ${subjects[name]}.` : `From your words: “${shortened(words)}”`
}

const isSlot = (name: string): name is SlotName => name in subjects

function defaultFor(slot: SlotName, brief: Brief): string {
  if (slot === 'context') return 'It says who “I” is, because your words speak of themselves.'
  if (slot === 'tools') return 'A default for assistants with tools; take it out if you do not need it.'
  if (slot === 'output' && brief.output !== null) return 'It leads to what you gave for the form of the answer.'
  return defaultWords(brief)
}

function defaultWords(brief: Brief): string {
  const archetype = brief.task?.value.archetype
  const kind =
    archetype === undefined || defaultsFor(brief) !== defaultsFor({ ...brief, context: [] }) ? 'any assistant' : kinds[archetype]
  return `A default for ${kind}; take it out if you do not need it.`
}

/** The words that a slot holds, as they were said; empty where it holds none, but a number. */
function wordsOf(brief: Brief, name: SlotName, index: number): string {
  const slot = brief[name]
  const value: unknown = (Array.isArray(slot) ? slot[index] : slot)?.value
  if (typeof value === 'string') return value
  if (name === 'task') return `${brief.task?.value.verb ?? ''} ${brief.task?.value.object ?? ''}`.trim()
  if (name === 'context') return brief.context[index]?.value.text ?? ''
  if (name === 'dont') return brief.dont[index]?.value.rule ?? ''
  return ''
}

const longest = 100

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`
}
