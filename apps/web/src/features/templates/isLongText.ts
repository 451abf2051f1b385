/** Whether a text is too long to be shown whole among other things, and to be made anew with every key. */
export function isLongText(text: string): boolean {
  return text.length > 12_000
}
