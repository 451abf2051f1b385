import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const bracketed =
  /[[<{](?:insert|add|enter|fill in|put|replace|paste|your|tbd|todo)\b[^\][<>{}\n]{0,80}[\]>}](?!\()|\blorem ipsum\b/gi
const marks = /(?<![\w#"'“[<{])(?:TODO|TBD|FIXME)(?=\s*[:\])]|[ \t]*(?:\n|$)|\s[-–—]\s)/g
/** The prompt speaks of such marks. */
const spokenOf =
  /\b(?:no|never|without|any|each|every|avoid|not|remove|list|contain(?:s|ing)?|marked|mark|as|use|write)\b[^.\n]{0,40}$/i

export const placeholderLeft: Rule = {
  name: 'placeholder-left',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'What was to be filled in later reaches the model as it stands.',
  source: sources.house,
  find: (text, { context }) =>
    leftOver(text).map(({ index, 0: mark }) => ({
      range: { start: index, end: index + mark.length },
      message: `"${mark}" is still to be filled in.`,
      severity: context.place === 'publish' ? 'error' : undefined,
    })),
}

function leftOver({ prose }: PromptText): RegExpExecArray[] {
  const bare = [...prose.matchAll(marks)].filter(({ index }) => !spokenOf.test(prose.slice(Math.max(0, index - 60), index)))
  return [...prose.matchAll(bracketed), ...bare]
}
