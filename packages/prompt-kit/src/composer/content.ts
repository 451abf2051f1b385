import type { Brief } from '../brief/schema.ts'
import { defaultsFor } from './archetypeDefaults.ts'
import type { ArchetypeDefaults } from './archetypeDefaults.ts'
import { formatSentences, lengthSentence } from './answerForm.ts'
import { article, capitalised, inSentence, joined, sentence, uncapitalised, withArticle } from './grammar.ts'
import { dedented } from './indent.ts'
import { objectiveOf } from './objective.ts'
import { row } from './row.ts'
import type { Content, Row, SectionName, Sentence } from './types.ts'

type As = Row['as']

/** A longer task is told by the objective alone. */
const longestWork = 160

const byDefault = { source: 'default' } as const

/** Lines of a longer text hang under its first. */
const shaped = (text: string) => (text.includes('\n') ? dedented(capitalised(text.trim())) : sentence(text))

function rows(brief: Brief, slot: 'inputs' | 'steps' | 'do' | 'safety' | 'criteria', as: As): Row[] {
  return brief[slot].map((each, index) => row(as, shaped(each.value), `${slot}.${index}`, each))
}

const bareRole = /^(?:an? |the |our |my )?(?:ai |chat ?|virtual |digital )?(?:bot|assistant|chatbot|agent|ai|model)[.!]?$/i

/** A role that says nothing ("a bot") is told by what it does. */
function tellingRole(brief: Brief, role: string, defaults: ArchetypeDefaults): string {
  if (!bareRole.test(role)) return role
  const usual = /^an? \w+ (that .+)$/.exec(defaults.role)?.[1]
  const { verb = '', object = '', archetype = 'support' } = brief.task?.value ?? {}
  const work = `${verb} ${object}`.trim().replace(/[.!]+$/, '')
  // To support is what stands in where the kind of work is not known; the task itself tells more then.
  if (
    archetype === 'support' &&
    /^\p{Ll}/u.test(verb) &&
    !/ing$/i.test(verb) &&
    work.length <= longestWork &&
    !/[\n.!?]/.test(work)
  )
    return `${role} whose work is to ${work}`
  return usual === undefined ? role : `${role} ${usual}`
}

function roleRows(brief: Brief, defaults: ArchetypeDefaults): Row[] {
  const result: Row[] = []
  if (brief.role !== null) {
    const role = tellingRole(brief, brief.role.value.replace(/^(?:you are|act as) /i, ''), defaults)
    result.push(row('prose', sentence(`You are ${inSentence(withArticle(uncapitalised(role)))}`), 'role', brief.role))
  } else result.push(row('prose', sentence(`You are ${defaults.role}`), 'role', byDefault))
  if (brief.name !== null) result.push(row('prose', sentence(`Your name is ${brief.name.value}`), 'name', brief.name))
  if (brief.domain !== null) result.push(row('prose', sentence(`Your field is ${brief.domain.value}`), 'domain', brief.domain))
  brief.context.forEach((slot, index) => {
    if (slot.value.kind === 'role') result.push(row('prose', shaped(slot.value.text), `context.${index}`, slot))
  })
  return result
}

/** More than this many loose sentences read better as points. */
const proseSentences = 3

function contextRows(brief: Brief): Row[] {
  const loose = brief.context.filter(({ value }) => value.kind === 'background' || value.kind === 'unsorted')
  const isProse = loose.length <= proseSentences || loose.some(({ value }) => value.text.includes('\n'))
  const as: As = isProse ? 'prose' : 'point'
  return brief.context.flatMap((slot, index) => {
    if (slot.value.kind === 'role' || slot.value.kind === 'material') return []
    return [
      row(as === 'prose' && slot.value.text.includes('\n') ? 'block' : as, shaped(slot.value.text), `context.${index}`, slot),
    ]
  })
}

function materialRows(brief: Brief): Row[] {
  return brief.context.flatMap((slot, index) =>
    slot.value.kind === 'material' ? [row('block', slot.value.text, `context.${index}`, slot)] : [],
  )
}

function instructionRows(brief: Brief, defaults: ArchetypeDefaults): Row[] {
  const own = rows(brief, 'steps', 'step')
  const hasMaterial = brief.context.some(({ value }) => value.kind === 'material')
  const said = brief.do.length + brief.dont.length + brief.inputs.length + brief.context.length
  if (own.length > 1 || (own.length === 1 && said > 0)) return own
  if (hasMaterial)
    return [...own, row('step', 'Work through the details below in the order in which they stand.', 'steps', byDefault)]
  return [...own, ...defaults.steps.map((step) => row('step', step, 'steps', byDefault))]
}

function constraintRows(brief: Brief): Row[] {
  const donts = brief.dont.map((slot, index) => {
    const { rule, instead } = slot.value
    return row(
      'point',
      instead === ''
        ? shaped(rule)
        : `${sentence(rule)} Instead, ${sentence(instead).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`,
      `dont.${index}`,
      slot,
    )
  })
  return [...rows(brief, 'do', 'point'), ...donts]
}

/** What a tool is called and when it is used; one of which no more is known is there to be used. */
function toolUse(name: string, when: string): string {
  if (when === '') return sentence(`You have access to ${inSentence(name)}`)
  return sentence([name, when].filter((part) => part !== '').join(': '))
}

const missingArgument = 'If something that a tool needs is missing, ask for it; do not guess.'

function toolRows(brief: Brief): Row[] {
  const own = brief.tools.map((slot, index) => {
    const { name, when, ifMissing } = slot.value
    const use = toolUse(name, when)
    const missing = /^if /i.test(ifMissing) ? sentence(ifMissing) : `If an argument is missing: ${sentence(ifMissing)}`
    return row('point', ifMissing === '' ? use : `${use} ${missing}`, `tools.${index}`, slot)
  })
  const isSettled =
    brief.tools.length === 0 ||
    brief.tools.some(({ value }) => value.ifMissing !== '') ||
    brief.do.some(({ value }) => /^(?:if|when) [^,]{1,80} (?:is|are) missing\b/i.test(value))
  return isSettled ? own : [...own, row('point', missingArgument, 'tools', byDefault)]
}

function exampleRows(brief: Brief): Row[] {
  return brief.examples.flatMap((slot, index) => {
    const name: Sentence['slot'] = `examples.${index}`
    const { input, output } = slot.value
    if (input === '' || output === '') return [row('example', input + output, name, slot)]
    return [row('input', input, name, slot), row('output', output, name, slot)]
  })
}

function scalar(brief: Brief, slot: 'audience' | 'language', words: (value: string) => string): Row[] {
  const found = brief[slot]
  return found === null ? [] : [row('prose', words(found.value), slot, found)]
}

function toneSentence(words: readonly string[]): string {
  const list = joined(words)
  return sentence(`Use ${article(list)} ${list} tone`)
}

const plainWords = /^plain (?:english|language)$/i

function toneRows(brief: Brief): Row[] {
  const short = brief.tone.every(({ value }) => value.length <= 40 && !/[.:;]/.test(value))
  if (!short) return brief.tone.map((slot, index) => row('point', shaped(slot.value), `tone.${index}`, slot))
  const plain = brief.tone.filter(({ value }) => plainWords.test(value))
  const words = brief.tone.filter(({ value }) => !plainWords.test(value))
  return [
    ...(words[0] === undefined ? [] : [row('prose', toneSentence(words.map(({ value }) => value)), 'tone', words[0])]),
    ...plain.map((slot) => row('prose', sentence(`Use ${slot.value}`), 'tone', slot)),
  ]
}

function fallbackRows(brief: Brief, defaults: ArchetypeDefaults): Row[] {
  const own = brief.fallback
  const result = [
    own === null ? row('prose', defaults.fallback, 'fallback', byDefault) : row('prose', shaped(own.value), 'fallback', own),
  ]
  if (brief.escalation !== null) result.push(row('prose', shaped(brief.escalation.value), 'escalation', brief.escalation))
  return result
}

/** A reader of the prompt must know who "I" is, where the brief's own words go on saying it. */
function personNote(contents: readonly Content[], needed: (text: string) => boolean): Row[] {
  const says = contents.some(({ rows: all }) =>
    all.some(({ as, sentence: { text } }) => as !== 'input' && as !== 'output' && as !== 'example' && needed(text)),
  )
  return says
    ? [row('prose', 'In these instructions, "I", "me" and "my" refer to the person you work for.', 'context', byDefault)]
    : []
}

function make(name: SectionName, all: Row[]): Content {
  return { name, rows: all }
}

/** The sections that the brief earns, without any layout, in the order of the section schema. */
export function contentOf(brief: Brief, speaks: (text: string) => boolean): Content[] {
  const defaults = defaultsFor(brief)
  const contents = [
    make('role', roleRows(brief, defaults)),
    make('objective', objectiveOf(brief, defaults)),
    make(
      'audience',
      scalar(brief, 'audience', (value) =>
        sentence(`You write for ${/^[A-Z]{2,}$/.test(value) ? `the ${value}` : withArticle(inSentence(value))}`),
      ),
    ),
    make('context', contextRows(brief)),
    make('inputs', rows(brief, 'inputs', brief.inputs.length > 1 ? 'point' : 'prose')),
    make('tools', toolRows(brief)),
    make('instructions', instructionRows(brief, defaults)),
    make('details', materialRows(brief)),
    make('constraints', constraintRows(brief)),
    make('tone', toneRows(brief)),
    make(
      'language',
      scalar(brief, 'language', (value) => sentence(/^\p{L}+$/u.test(value) ? `Answer in ${value}` : value)),
    ),
    make('length', brief.length === null ? [] : [row('prose', lengthSentence(brief.length.value), 'length', brief.length)]),
    make('output_format', formatSentences(brief, defaults)),
    make('examples', exampleRows(brief)),
    make('safety', rows(brief, 'safety', 'point')),
    make('fallback', fallbackRows(brief, defaults)),
    make('success_criteria', rows(brief, 'criteria', 'point')),
  ]
  contents.find(({ name }) => name === 'role')?.rows.push(...personNote(contents, speaks))
  return contents.filter(({ rows: all }) => all.length > 0)
}
