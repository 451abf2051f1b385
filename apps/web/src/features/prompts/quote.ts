/** Signs that markdown may take for its own, or read an address by. */
const signs = /[!-/:-@[-`{-~]/gu

/** What somebody said as a markdown quote under their name, ready to be answered below. */
export function quote(author: string, text: string): string {
  const name = author
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(signs, String.raw`\$&`)
  const lines = text.replace(/\r\n?/gu, '\n').trim().split('\n')
  return [`**${name}:**`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** A text that goes on with a quote, and a line to write on. */
export function withQuote(text: string, quoted: string): string {
  const before = text.trimEnd()
  return `${before}${before && '\n\n'}${quoted}\n\n`
}

/** What of an element is selected; '' where nothing is, or what is selected reaches out of it. */
export function selectedIn(element: Element): string {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || !element.contains(selection.anchorNode) || !element.contains(selection.focusNode)) {
    return ''
  }
  return selection.toString().trim()
}
