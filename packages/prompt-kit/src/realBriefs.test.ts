import { describe, expect, test } from 'vitest'
import { compose, droppedWords, families, parseBrief } from './index.ts'
import { realBriefs } from './realBriefs.ts'

describe.each(realBriefs)('%s', (text) => {
  const brief = parseBrief(text)

  test.each(families)('keeps every word and has what a prompt needs for %s', (family) => {
    const composition = compose(brief, { family })
    expect(droppedWords(text, composition.text)).toEqual([])
    expect(composition.sections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['role', 'objective', 'instructions', 'output_format', 'fallback']),
    )
  })

  test('has no doubled marks of punctuation of its own', () => {
    const own = compose(brief)
      .text.replaceAll('...', '…')
      .replaceAll(/[!?]{2,}/g, '!')
    expect(own).not.toMatch(/[,;:]\.|\.,|[.!?]\.(?!\.)|  \S.*\.\.$|\ba an?\b|\ban a\b/)
  })

  test('keeps pictures and other scripts letter by letter', () => {
    const special = text.match(/\p{Extended_Pictographic}|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}]/gu) ?? []
    const composed = compose(brief).text
    for (const character of special) expect(composed).toContain(character)
  })
})
