/** A text in one line without what steers a terminal: control characters are written as JSON writes them. */
export function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
