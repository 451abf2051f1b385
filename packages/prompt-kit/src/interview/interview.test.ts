import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBrief } from '../brief/emptyBrief.ts'
import { parseBrief } from '../brief/parseBrief.ts'
import { droppedWords } from '../brief/read/kept.ts'
import { archetypes, briefSchema, type Brief } from '../brief/schema.ts'
import { compose } from '../composer/compose.ts'
import { goldenBriefs } from '../composer/goldenBriefs.ts'
import { realBriefs } from '../realBriefs.ts'
import { answerQuestion } from './answerQuestion.ts'
import { fileWords, unsortedWords } from './fileWords.ts'
import { nextQuestion } from './nextQuestion.ts'
import { interviewSlots } from './weights.ts'
import { wordingFor } from './questions.ts'

const none = { asked: [], skipped: [] }
const slotNames = [...Object.keys(briefSchema.shape), 'no such slot']
const golden = archetypes.map((archetype) => parseBrief(goldenBriefs[archetype]))

/** Answers each question by what `choose` makes of it, until none is left. */
function interview(brief: Brief, choose: (options: readonly string[]) => string | null): { asked: string[]; brief: Brief } {
  const [asked, skipped]: string[][] = [[], []]
  let now = brief
  for (
    let question = nextQuestion(now, none);
    question !== null;
    question = nextQuestion(now, { asked: asked ?? [], skipped: skipped ?? [] })
  ) {
    asked?.push(question.slot)
    const answer = choose(question.options)
    if (answer === null) skipped?.push(question.slot)
    else now = answerQuestion(now, question.slot, answer)
  }
  return { asked: asked ?? [], brief: now }
}

describe('nextQuestion', () => {
  test('asks for the task first where nothing was said', () => {
    expect(nextQuestion(emptyBrief(), none)).toMatchObject({ slot: 'task', text: 'What should the assistant do?' })
  })

  test('asks in the order of their worth where one line was said', () => {
    const { asked } = interview(parseBrief('Summarise letters'), () => null)
    expect(asked).toEqual(['inputs', 'length', 'output', 'dont', 'audience', 'fallback'])
  })

  test('ends after six questions, and asks none twice', () => {
    for (const text of realBriefs)
      for (const choose of [() => null, (options: readonly string[]) => options[0] ?? 'Input: a\nOutput: b']) {
        const { asked } = interview(parseBrief(text), choose)
        expect(asked.length).toBeLessThanOrEqual(6)
        expect(new Set(asked).size).toBe(asked.length)
      }
  })

  test('does not ask for what was said', () => {
    const { asked } = interview(parseBrief(goldenBriefs.support), () => null)
    for (const slot of ['task', 'dont', 'length', 'tone', 'fallback']) expect(asked).not.toContain(slot)
  })

  test('asks first for what the checker misses', () => {
    const brief = parseBrief('Summarise letters')
    expect(nextQuestion(brief, none)?.slot).toBe('inputs')
    expect(nextQuestion(brief, { ...none, findings: [{ rule: 'no-output-format' }] })?.slot).toBe('output')
  })

  test('asks no writer for tools, and an agent for nothing before them but its task and rules', () => {
    expect(interview(parseBrief('Write birthday cards'), () => null).asked).not.toContain('tools')
    expect(interview(parseBrief('An agent that watches prices'), () => null).asked.slice(0, 2)).toContain('tools')
  })

  test.each([null, ...archetypes])('words every question for %s in a sentence, with three to five options', (archetype) => {
    for (const slot of interviewSlots) {
      const { text, options } = wordingFor(archetype, slot)
      expect(text).toMatch(/^\p{Lu}.*[?.]$/u)
      expect(new Set(options).size).toBe(options.length)
      // Examples are the person's own.
      expect(options.length).toBeGreaterThanOrEqual(slot === 'examples' ? 0 : 3)
      expect(options.length).toBeLessThanOrEqual(5)
    }
  })

  test.each(archetypes)('every option for %s settles its slot, so that it is not asked again', (archetype) => {
    const base = answerQuestion(emptyBrief(), 'task', 'Do things')
    for (const slot of interviewSlots)
      for (const option of wordingFor(archetype, slot).options) {
        const task = { value: { verb: 'do', object: 'things', archetype }, source: 'user' as const, confidence: 1 }
        const brief = answerQuestion({ ...base, task }, slot, option)
        const said = compose(brief)
          .sections.flatMap(({ sentences }) => sentences)
          .filter(({ source }) => source === 'user')
        expect(
          said.some((sentence) => sentence.slot.split('.')[0] === slot),
          `${slot}: ${option}`,
        ).toBe(true)
        expect(droppedWords(option, compose(brief).text)).toEqual([])
      }
  })
})

describe('answerQuestion', () => {
  test.each([
    ['output', 'JSON with "name" and "price"', { output: { value: { kind: 'json', note: 'JSON with "name" and "price"' } } }],
    ['output', 'As a table', { output: { value: { kind: 'table', note: 'as a table' } } }],
    ['output', '```json\n{"a": 1}\n```', { output: { value: { kind: 'json', template: '```json\n{"a": 1}\n```' } } }],
    ['length', 'max 80 words', { length: { value: { unit: 'words', min: null, max: 80 } } }],
    ['length', 'as long as a tweet', { do: [{ value: 'Length: as long as a tweet' }] }],
    ['task', 'Translate menus into Danish', { task: { value: { verb: 'translate', archetype: 'rewrite' } } }],
    ['examples', 'Input: a\nOutput: b', { examples: [{ value: { input: 'a', output: 'b' } }] }],
    ['tools', 'find_order: when somebody asks where a parcel is', { tools: [{ value: { name: 'find_order' } }] }],
    ['tone', 'Warm and concise', { tone: [{ value: 'warm' }, { value: 'concise' }] }],
    ['dont', 'Promise refunds', { dont: [{ value: { rule: 'Never promise refunds' } }] }],
    ['dont', 'Never promise a refund; instead offer a ticket', { dont: [{ value: { instead: 'offer a ticket' } }] }],
    [
      'dont',
      'Always greet first. No emojis.',
      { do: [{ value: 'Always greet first.' }], dont: [{ value: { rule: 'No emojis.' } }] },
    ],
    ['audience', 'Beginners', { audience: { value: 'beginners' } }],
    ['name', 'Marvin.', { name: { value: 'Marvin' } }],
    ['mood', 'Sunny', { context: [{ value: { text: 'Sunny', kind: 'background' } }] }],
  ])('files under %s: %s', (slot, words, expected) => {
    expect(answerQuestion(emptyBrief(), slot, words)).toMatchObject(expected)
  })

  test('marks what it files as said by the person', () => {
    const { tone, task } = answerQuestion(parseBrief(goldenBriefs.support), 'tone', 'Calm')
    expect(tone).toEqual([{ value: 'calm', source: 'user', confidence: 1 }])
    expect(task?.source).toBe('parsed')
  })

  test('keeps the fields of an answer when its form is told', () => {
    const brief = answerQuestion(parseBrief(goldenBriefs.extract), 'output', 'As YAML')
    expect(brief.output?.value).toMatchObject({ kind: 'yaml', template: expect.stringContaining('noticePeriod') })
  })

  test('leaves the brief as it is for nothing', () => {
    expect(answerQuestion(emptyBrief(), 'tone', ' \n')).toEqual(emptyBrief())
  })

  test('drops no word of any answer to anything', () => {
    const piece = fc.oneof(
      fc.constantFrom(...realBriefs.flatMap((text) => text.split(/(?<=[.\n])/))),
      fc.constantFrom(
        '- ',
        '\n',
        '\n\n',
        '```\n',
        '# ',
        'Never ',
        'Input: a\nOutput: b\n',
        '1. ',
        '| a | b |\n',
        ': ',
        '---\n',
        'Make it shorter. ',
      ),
      fc.string({ unit: 'grapheme' }),
    )
    const anyAnswer = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.constantFrom(emptyBrief(), ...golden), fc.constantFrom(...slotNames), anyAnswer, (brief, slot, words) => {
        const after = answerQuestion(brief, slot, words)
        expect(briefSchema.parse(after)).toEqual(after)
        expect(droppedWords(words, compose(after).text)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('fileWords', () => {
  const words = 'Rumpelstiltskin on the blue hill'
  const brief: Brief = {
    ...parseBrief(goldenBriefs.support),
    context: [{ value: { text: words, kind: 'unsorted' }, source: 'parsed', confidence: 0 }],
  }

  test('moves unsorted words into any slot, word for word', () => {
    for (const start of [brief, { ...emptyBrief(), context: brief.context }])
      for (const slot of slotNames) {
        const after = fileWords(start, words, slot)
        expect(unsortedWords(start)).toEqual([words])
        expect(unsortedWords(after)).toEqual([])
        expect(briefSchema.safeParse(after).success).toBe(true)
        expect(JSON.stringify(after)).toContain(words)
        expect(droppedWords(words, compose(after).text), slot).toEqual([])
      }
  })

  test('leaves a brief that has no such words', () => {
    expect(fileWords(brief, 'other words', 'tone')).toBe(brief)
  })
})
