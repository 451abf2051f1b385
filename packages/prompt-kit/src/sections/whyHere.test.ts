import { describe, expect, test } from 'vitest'
import { emptyBrief } from '../brief/emptyBrief.ts'
import { parseBrief } from '../brief/parseBrief.ts'
import { families } from '../brief/schema.ts'
import { compose } from '../composer/compose.ts'
import { goldenBriefs } from '../composer/goldenBriefs.ts'
import { answerQuestion } from '../interview/answerQuestion.ts'
import { realBriefs } from '../realBriefs.ts'
import { readSections } from './readSections.ts'
import { whyHere } from './whyHere.ts'

const brief = answerQuestion(parseBrief(goldenBriefs.support), 'audience', 'Cyclists')
const why = (text: string) => whyHere(parseBrief(text), 'gpt').map((each) => each.why)
const whyOf = (slot: string) => whyHere(brief, 'plain').find((each) => each.slot === slot)?.why

describe('whyHere', () => {
  test('tells answers, words and defaults apart', () => {
    expect(whyOf('audience')).toBe('From your answer about the audience.')
    expect(whyOf('dont.0')).toBe('From your words: “Never promise a refund”')
    expect(whyOf('length')).toBe('From what you said about the length.')
    expect(whyOf('steps')).toBe('A default for support assistants; take it out if you do not need it.')
  })

  test('knows what was added for the sake of other words', () => {
    expect(why('Correct my letters. My name is Ann.')).toContain('It says who “I” is, because your words speak of themselves.')
    expect(why(goldenBriefs.extract)).toContain('It leads to what you gave for the form of the answer.')
    expect(why(goldenBriefs.agent)).toContain('A default for assistants with tools; take it out if you do not need it.')
    expect(new Set(whyHere(emptyBrief(), 'gpt').map((each) => each.why))).toEqual(
      new Set(['A default for any assistant; take it out if you do not need it.']),
    )
  })

  test.each(families)('finds each sentence in its section for %s', (family) => {
    for (const text of Object.values(goldenBriefs)) {
      const composed = compose(parseBrief(text), { family }).text
      const bodies = new Map(readSections(composed).map(({ name, bodyFrom, bodyTo }) => [name, composed.slice(bodyFrom, bodyTo)]))
      for (const { section, text: sentence } of whyHere(parseBrief(text), family)) expect(bodies.get(section)).toContain(sentence)
    }
  })

  test('says something of every sentence, in a line', () => {
    for (const text of realBriefs)
      for (const { why: words } of whyHere(parseBrief(text), 'plain'))
        expect(words).toMatch(
          /^(?:From your words: “.{1,110}”|From (?:your answer|what you said) about .+\.|A default for .+\.|It .+\.)$/u,
        )
  })
})
