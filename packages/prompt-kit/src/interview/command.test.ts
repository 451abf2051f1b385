import { describe, expect, test } from 'vitest'
import { parseBrief } from '../brief/parseBrief.ts'
import { compose } from '../composer/compose.ts'
import { goldenBriefs } from '../composer/goldenBriefs.ts'
import { realBriefs } from '../realBriefs.ts'
import { applyCommand } from './applyCommand.ts'
import { readCommand, type Command } from './readCommand.ts'

const phrasings: readonly (readonly [Command, readonly string[]])[] = [
  [
    { kind: 'shorter' },
    [
      'make it shorter',
      'Make it shorter!',
      'shorter',
      'Shorter please',
      'a bit shorter',
      'please make it a bit shorter',
      'Can you make it shorter?',
      'make the answers shorter',
      'Shorter answers',
      'too long',
      "It's too long",
      'keep it shorter, please',
      'Shorten it',
      'make it more concise',
      'the answers are too long',
      'OK, make it much shorter.',
      'make it shorter again',
      'It’s too wordy',
    ],
  ],
  [
    { kind: 'longer' },
    ['make it longer', 'Longer', 'make it more detailed', 'too short', 'a little longer please', 'the answers are too short'],
  ],
  [
    { kind: 'rule', rule: 'never mention prices' },
    [
      'add rule never mention prices',
      'Add a rule: never mention prices',
      'please add the rule: never mention prices',
      'add another rule - never mention prices',
      'Add a rule that says never mention prices',
      'add rule: "never mention prices"',
      'add a constraint: never mention prices',
    ],
  ],
  [
    { kind: 'rule', rule: 'answer within a day' },
    ['add a rule to answer within a day', 'add rule answer within a day', 'Add a new rule: answer within a day'],
  ],
  [{ kind: 'rule', rule: 'no emojis' }, ['add rule no emojis', 'Add a rule: no emojis']],
  [
    { kind: 'family', family: 'claude' },
    [
      'for Claude',
      'For Claude.',
      'make it for claude',
      'use Claude',
      'optimise it for Claude Sonnet 4.5',
      "it's for Claude",
      'switch to Claude',
      'for Anthropic’s Claude',
      'Target Claude',
      'write it for Claude models',
      'for Opus',
    ],
  ],
  [
    { kind: 'family', family: 'gpt' },
    [
      'for GPT',
      'for ChatGPT',
      'for GPT-5',
      'for gpt-4o-mini',
      'this is for OpenAI',
      'format it for GPT-4.1',
      'model: gpt-5',
      "I'll use it with ChatGPT",
      'for o3',
    ],
  ],
  [{ kind: 'family', family: 'gemini' }, ['for Gemini', 'for gemini 2.5 pro', 'use Gemini instead', "for Google's Gemini"]],
  [
    { kind: 'family', family: 'plain' },
    [
      'for Llama',
      'for llama-3.1-8b',
      'make it for Mistral',
      'for a local model',
      'for local models',
      'it should run on Ollama',
      'for Qwen3',
    ],
  ],
  [
    { kind: 'undo' },
    [
      'undo',
      'Undo!',
      'undo that',
      'please undo the last change',
      'revert',
      'revert it',
      'go back',
      'take that back',
      'Undo my last answer',
      'can you undo that?',
    ],
  ],
  [
    { kind: 'remove', section: 'tone' },
    ['remove the tone section', 'Delete the tone section.', 'please drop the Tone part', 'get rid of the style section'],
  ],
  [
    { kind: 'remove', section: 'output_format' },
    ['remove the output format section', 'delete the output_format block', 'take out the format section'],
  ],
  [{ kind: 'remove', section: 'examples' }, ['remove the examples section', 'leave out the example section please']],
  [{ kind: 'remove', section: 'House rules' }, ['remove the House rules section', 'Delete the “House rules” section']],
  [
    { kind: 'skip' },
    [
      'skip',
      'Skip this',
      'skip this question',
      'next',
      'Next question please',
      'none',
      'No.',
      'nothing',
      "I don't know",
      'not sure',
      'no idea',
      'doesn’t matter',
      'pass',
      'never mind',
      'maybe later',
    ],
  ],
]

const onlyLookLikeIt = [
  'make it shorter than 100 words',
  'Make shorter sentences',
  'shorten my emails',
  'Shorten URLs',
  'a bot that makes texts shorter',
  'make the prompt shorter by half and friendlier',
  'Too long texts are cut',
  'Expand acronyms',
  'Never mention prices',
  'always greet first',
  'add a rule engine',
  'Add rules of thumb',
  'add rule numbers to each line',
  'add the rule of thirds to each photo',
  'Add a unicorn',
  'A rule: never shout',
  'for Claude Monet fans',
  'for Gemini users',
  'a bot for Claude',
  'for my llama farm',
  'use Gemini to look things up',
  'for beginners',
  'compare GPT and Claude',
  'Claude',
  'for phishing',
  'use opus numbers for composers',
  'undo the damage that jargon does',
  'Undo stack explainer',
  'revert commits that break the build',
  'go back to the menu when somebody says stop',
  'remove the tone of blame from reviews',
  'remove the last section of every report',
  'Remove the first part',
  'remove duplicates',
  'delete the section about prices and add opening hours',
  'cut the text',
  'skip the greeting',
  'next steps for a startup',
  'no refunds',
  'nothing but JSON',
  'pass it on to a colleague',
  'no emojis',
  '',
  '   ',
]

describe('readCommand', () => {
  test.each(phrasings.flatMap(([command, said]) => said.map((words) => [words, command] as const)))('%s', (words, command) => {
    expect(readCommand(words)).toEqual(command)
  })

  test.each(onlyLookLikeIt)('takes for a brief: %s', (words) => {
    expect(readCommand(words)).toBeNull()
  })

  test('takes no brief for a command', () => {
    for (const words of [...realBriefs, ...Object.values(goldenBriefs)]) expect(readCommand(words)).toBeNull()
  })

  // The time of a test is its bound.
  test.each(['a ', ' ', 'too ', 'add rule ', 'remove the ', "'", 'for claude ', '\n'])('reads a megabyte of %j', (unit) => {
    expect(readCommand(unit.repeat(500_000))).toBeNull()
    readCommand(unit.repeat(1_999 / unit.length))
    readCommand(`remove the ${unit.repeat(60)}`.slice(0, 120))
  })
})

describe('applyCommand', () => {
  const brief = parseBrief(goldenBriefs.support)

  test('makes answers shorter and longer than was said', () => {
    expect(applyCommand(brief, { kind: 'shorter' }).length?.value).toEqual({ unit: 'words', min: null, max: 70 })
    expect(applyCommand(brief, { kind: 'longer' }).length?.value).toEqual({ unit: 'words', min: null, max: 180 })
    const silent = { ...brief, length: null }
    expect(applyCommand(silent, { kind: 'shorter' }).length?.value).toEqual({ unit: 'words', min: null, max: 100 })
    expect(applyCommand(silent, { kind: 'longer' }).length?.value.max).toBe(400)
  })

  test('keeps a length a length, however often', () => {
    for (const kind of ['shorter', 'longer'] as const)
      for (const length of [
        { min: 1, max: 1 },
        { min: 3, max: 5 },
        { min: 100, max: null },
      ]) {
        const value = { unit: 'sentences' as const, ...length }
        const { min = 0, max = 0 } =
          applyCommand({ ...brief, length: { value, source: 'user', confidence: 1 } }, { kind }).length?.value ?? {}
        expect(Math.max(min ?? 1, max ?? 1)).toBeGreaterThanOrEqual(1)
        expect((min ?? 0) <= (max ?? Infinity)).toBe(true)
      }
  })

  test('adds a rule as the person’s, a prohibition as one', () => {
    expect(applyCommand(brief, { kind: 'rule', rule: 'never mention prices' }).dont.at(-1)).toMatchObject({
      value: { rule: 'never mention prices' },
      source: 'user',
    })
    expect(applyCommand(brief, { kind: 'rule', rule: 'greet first' }).do.at(-1)).toMatchObject({ value: 'greet first' })
  })

  test('lays out for another family', () => {
    expect(compose(applyCommand(brief, { kind: 'family', family: 'claude' })).text).toContain('<role>')
  })

  test('takes out what a section says', () => {
    const names = (section: string) => compose(applyCommand(brief, { kind: 'remove', section })).sections.map(({ name }) => name)
    for (const section of ['tone', 'length', 'constraints', 'context']) expect(names(section)).not.toContain(section)
    expect(applyCommand(brief, { kind: 'remove', section: 'objective' }).task?.value).toEqual({
      verb: '',
      object: '',
      archetype: 'support',
    })
    expect(applyCommand(brief, { kind: 'remove', section: 'House rules' })).toBe(brief)
  })

  test('leaves the brief to undo and skip', () => {
    expect(applyCommand(brief, { kind: 'undo' })).toBe(brief)
    expect(applyCommand(brief, { kind: 'skip' })).toBe(brief)
  })
})
