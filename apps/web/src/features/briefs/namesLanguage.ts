import { parseBrief } from '@prologue/prompt-kit'

/** Apart from the page, so that the reader of descriptions is fetched only with the first one it is asked about. */
export function namesLanguage(input: string): boolean {
  return parseBrief(input).language !== null
}
