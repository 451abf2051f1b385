import { mentionPattern, type Person } from '@prologue/contracts'

export type Piece = { kind: 'text'; text: string } | { kind: 'mention'; person: Person } | { kind: 'link'; href: string }

const link = /https?:\/\/[^\s<>"]+/gu
/** What ends a sentence, and not an address. */
const tail = /[.,;:!?'’”)\]}]+$/u

/** The text of a comment as it is shown: names for those who are mentioned, and addresses of the web to follow; all else is text. */
export function bodyPieces(body: string, mentions: readonly Person[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of body.matchAll(mentionPattern)) {
    const person = mentions.find(({ id }) => id === match[1])
    if (!person) continue
    pieces.push(...withLinks(body.slice(at, match.index)), { kind: 'mention', person })
    at = match.index + match[0].length
  }
  return [...pieces, ...withLinks(body.slice(at))]
}

function withLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(link)) {
    const href = match[0].replace(tail, '')
    if (!URL.canParse(href)) continue
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) })
    pieces.push({ kind: 'link', href })
    at = match.index + href.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}
