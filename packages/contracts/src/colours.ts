/** Cursor colours: six-digit hex, told apart by hue, legible as a label's ground under white text. */
export const personColours = ['#b3432b', '#8a5a00', '#4d7a1f', '#0f7a5c', '#0b7285', '#3563c9', '#6f4bc4', '#a8387f'] as const

/** The same colour for the same person everywhere and always. */
export function personColour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return personColours[sum % personColours.length] ?? personColours[0]
}
