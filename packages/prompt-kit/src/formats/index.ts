import { anthropic } from './anthropic.ts'
import { dotprompt } from './dotprompt.ts'
import { githubModels } from './githubModels.ts'
import { langchain } from './langchain.ts'
import { langfuse } from './langfuse.ts'
import { markdown } from './markdown.ts'
import { openai } from './openai.ts'
import { openWebui } from './openWebui.ts'
import { prologue } from './prologue.ts'
import { promptfoo } from './promptfoo.ts'
import { promptsChat } from './promptsChat.ts'
import { prompty } from './prompty.ts'
import { skill } from './skill.ts'
import type { Format, FormatId } from './types.ts'

const byId: Record<FormatId, Format> = {
  prologue,
  markdown,
  'prompts-chat': promptsChat,
  langfuse,
  openai,
  anthropic,
  'github-models': githubModels,
  promptfoo,
  dotprompt,
  prompty,
  langchain,
  'open-webui': openWebui,
  skill,
}

export type { Change, Leftover } from './convert/convertSyntax.ts'
export { decodeText } from './decodeText.ts'
export { fitTemplate } from './fit/fitTemplate.ts'
export type { Fitted, Room } from './fit/fitTemplate.ts'
export { guessFamily } from './fit/guessFamily.ts'
export { originalSchema, withOriginal } from './fit/original.ts'
export type { Original } from './fit/original.ts'
export { prepareItem } from './fit/prepareItem.ts'
export type { Prepared } from './fit/prepareItem.ts'
export { fromText } from './readers.ts'
export { portableTemplateSchema } from './schema.ts'
export { FormatFault, formatIds } from './types.ts'
export type { Format, FormatId, Place, PortableTemplate, PortableVersion, ReadItem, Syntax, Writer } from './types.ts'

/** All ways to carry templates in files; our own first. */
export const formats: readonly Format[] = Object.values(byId)

export function formatOf(id: FormatId): Format {
  return byId[id]
}

/** Characters of a file that tell what it is. */
const longestBeginning = 65_536

/** The formats a file may be of, the likeliest first; none where nothing is known about it. */
export function recogniseFormat(fileName: string, beginning: string): Format[] {
  const start = beginning.slice(0, longestBeginning)
  return formats
    .map((format) => ({ format, certainty: format.recognises(fileName, start) }))
    .filter(({ certainty }) => certainty > 0)
    .toSorted((one, other) => other.certainty - one.certainty)
    .map(({ format }) => format)
}
