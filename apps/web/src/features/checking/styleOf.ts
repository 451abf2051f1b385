import type { Family } from '@prologue/prompt-kit'

/**
 * The family whose style a draft is written in: a draft names no model, so its own marks tell. One in tags was meant for a model that
 * reads tags, and is no mistake.
 */
export function styleOf(text: string): Family {
  return /^[ \t]*<([a-z][\w-]*)>[ \t]*$[^]*^[ \t]*<\/\1>[ \t]*$/im.test(text) ? 'claude' : 'plain'
}
