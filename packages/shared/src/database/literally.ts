/** A text as a pattern of `like … escape '!'` that finds it as it is written. */
export function literally(text: string): string {
  return text.replaceAll(/[!%_]/g, (character) => `!${character}`)
}
