import { declarationOf } from '../../variables/declarationOf.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** Letters that look like those of a name, by what they look like (Unicode's confusables, of the scripts that people mix). */
const looks: Readonly<Record<string, string>> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  ҽ: 'e',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ј: 'j',
  ӏ: 'l',
  ո: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  ѕ: 's',
  υ: 'u',
  ս: 'u',
  ν: 'v',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  ү: 'y',
  γ: 'y',
}
const foreign = /[^\0-\x7f]/gu

export const varHomoglyph: Rule = {
  name: 'var-homoglyph',
  severity: 'warning',
  certainty: 'exact',
  why: 'A letter of another script looks the same and makes another name, which nothing fills in.',
  source: sources.unicode,
  templateOnly: true,
  find({ uses }, { variables }) {
    return uses.flatMap(({ name, range }) => {
      const meant = name.replace(foreign, (letter) => looks[letter] ?? letter)
      if (meant === name || foreign.test(meant)) return []
      const declaration = variables.some((each) => each.name === meant) ? null : declarationOf(meant)
      return [
        {
          range,
          message: `"${name}" has letters of another script; it looks like "${meant}".`,
          variable: name,
          fix: {
            title: `Write "${meant}"`,
            edits: [{ index: range.start, remove: range.end - range.start, insert: meant }],
            ...(declaration === null ? {} : { declare: [declaration] }),
          },
        },
      ]
    })
  },
}
