/** An object that begins, perhaps in a fence: its strings may speak of the tags. */
const beginsObject = /^\s*(?:```\w*\s*)?\{/

/**
 * What follows the thoughts of a model that thinks aloud, trimmed; nothing as long as it thinks. Some servers leave the opening tag out:
 * then all that stands before a closing one was thought.
 */
export function withoutThoughts(text: string): string {
  let rest = text
  for (;;) {
    const tag = beginsObject.test(rest) ? null : /<\/?think(?:ing)?>/.exec(rest)
    if (tag === null) return rest.trim()
    if (tag[0].startsWith('</')) {
      rest = rest.slice(tag.index + tag[0].length)
      continue
    }
    // Words before it: they speak of it.
    if (rest.slice(0, tag.index).trim() !== '') return rest.trim()
    const end = /<\/think(?:ing)?>/.exec(rest)
    if (end === null) return ''
    rest = rest.slice(end.index + end[0].length)
  }
}
