import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** What leaves to the model where the line is drawn. */
const terms = [
  String.raw`etc\b\.?`,
  'and so (?:on|forth)',
  'as (?:appropriate|applicable|needed|necessary|required|relevant)',
  '(?:where|when|whenever|if) appropriate',
  '(?:if|when|where|wherever|whenever|as (?:much|far|many|soon) as) possible',
  'as you see fit',
  'or something (?:like that|similar)',
  'some kind of',
  'and (?:stuff|things)(?: like that)?',
  '(?:properly|adequately|sufficiently|reasonably)',
  'not too (?:long|short|formal|technical|many|much|detailed)',
  '(?:fairly|relatively|pretty|quite|somewhat) (?:short|long|brief|detailed|simple|formal|casual)',
  'a reasonable (?:amount|number|length)',
  'an appropriate (?:amount|number|length|tone|level|format|style)',
  '(?:good|great|nice|decent) (?:quality|answers?|results?|outputs?|responses?)',
  'use (?:your )?(?:best|good|common) (?:judg(?:e)?ment|sense)',
]
const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${terms.join('|')})(?![\p{L}\p{N}])`, 'giu')

export const vagueTerm: Rule = {
  name: 'vague-term',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Each run draws such a line elsewhere; a number, a list or a condition holds it.',
  source: sources.gpt,
  find({ prose }) {
    const said = new Set<string>()
    return [...prose.matchAll(pattern)].flatMap(({ index, 0: term }) => {
      const key = term.toLowerCase().replace(/\.$/, '')
      if (said.has(key)) return []
      said.add(key)
      return [
        { range: { start: index, end: index + term.length }, message: `"${term}" can mean many things; say what is meant.` },
      ]
    })
  },
}
