/** Cursor colours: six-digit hex, told apart by hue, legible as a label's ground under white text. */
export const personColours = ['#b3432b', '#8a5a00', '#4d7a1f', '#0f7a5c', '#0b7285', '#3563c9', '#6f4bc4', '#a8387f'] as const

/** The same colour for the same person wherever they have no place with a colour of its own. */
export function personColour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return personColours[sum % personColours.length] ?? personColours[0]
}

/** Of the place somebody has in a conversation; of somebody who left it, their own. */
export function colourIn(place: { colour: number } | null | undefined, id: string): string {
  return (place && personColours[place.colour]) ?? personColour(id)
}
