import { parsePattern, type PatternNode } from './parsePattern.ts'

/** A value that is matched against a pattern has at most so many characters. */
export const longestMatched = 500
/** Places that a match can be at: all of them are looked at for each character, so that both numbers together bound the time. */
const mostPlaces = 1000

/** Why a pattern cannot be used, in a sentence for its author; null for one that can. */
export function patternFault(pattern: string): string | null {
  if (!isExpression(pattern)) return 'This is no regular expression.'
  const node = parsePattern(pattern)
  if (node === null) return 'Leave out back references, lookarounds and flags.'
  return placesIn(node) > mostPlaces ? 'Repeat less: this counts too far.' : null
}

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** The same as a regular expression, for what tells it to others; nothing here is matched against it. */
export const wholePattern = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u')

/**
 * Whether the whole of a value matches, for a pattern without fault. All ways are followed side by side, so that the time grows with the
 * value and the pattern alone, and never with how many ways there are (Thompson, 1968); `RegExp` tries one after the other.
 */
export function makeMatcher(pattern: string): (value: string) => boolean {
  const node = parsePattern(pattern)
  if (node === null) return () => false
  const steps = compile(node)
  return (value) => value.length <= longestMatched && matches(steps, [...value])
}

function placesIn(node: PatternNode): number {
  if (node.kind === 'repeat') return placesIn(node.part) * (node.most === Infinity ? node.least + 1 : node.most) + 1
  return 'parts' in node ? node.parts.reduce((sum, part) => sum + placesIn(part) + 1, 0) : 1
}

type Step =
  | { kind: 'character'; fits: (character: string) => boolean }
  | { kind: 'assertion'; holds: (characters: readonly string[], at: number) => boolean }
  /** Goes on at each of these places. */
  | { kind: 'fork'; to: number[] }
  | { kind: 'end' }

function compile(node: PatternNode): readonly Step[] {
  const steps: Step[] = []
  write(steps, node)
  return [...steps, { kind: 'end' }]
}

function write(steps: Step[], node: PatternNode): void {
  if (node.kind === 'atom') steps.push({ kind: 'character', fits: makeTest(node.source) })
  else if (node.kind === 'assertion') steps.push({ kind: 'assertion', holds: assertions[node.which] })
  else if (node.kind === 'sequence') for (const part of node.parts) write(steps, part)
  else if (node.kind === 'choice') writeChoice(steps, node.parts)
  else writeRepeat(steps, node)
}

function writeChoice(steps: Step[], parts: readonly PatternNode[]): void {
  const begin: number[] = []
  const ends: number[][] = []
  steps.push({ kind: 'fork', to: begin })
  for (const part of parts) {
    begin.push(steps.length)
    write(steps, part)
    const end: number[] = []
    ends.push(end)
    steps.push({ kind: 'fork', to: end })
  }
  for (const end of ends) end.push(steps.length)
}

function writeRepeat(steps: Step[], { part, least, most }: PatternNode & { kind: 'repeat' }): void {
  for (let turn = 0; turn < least; turn++) write(steps, part)
  if (most === Infinity) {
    const again = steps.length
    const to = [again + 1]
    steps.push({ kind: 'fork', to })
    write(steps, part)
    steps.push({ kind: 'fork', to: [again] })
    to.push(steps.length)
    return
  }
  const leaving: number[][] = []
  for (let turn = least; turn < most; turn++) {
    const to = [steps.length + 1]
    leaving.push(to)
    steps.push({ kind: 'fork', to })
    write(steps, part)
  }
  for (const to of leaving) to.push(steps.length)
}

/** What one character is, by the expression for it; each character is asked once. */
function makeTest(source: string): (character: string) => boolean {
  const expression = new RegExp(`^${source}$`, 'u')
  const known = new Map<string, boolean>()
  return (character) => {
    const fits = known.get(character) ?? expression.test(character)
    known.set(character, fits)
    return fits
  }
}

const isWord = (character: string | undefined) => character !== undefined && /^\w$/.test(character)
const isEdge = (characters: readonly string[], at: number) => isWord(characters[at - 1]) !== isWord(characters[at])

const assertions: Record<(PatternNode & { kind: 'assertion' })['which'], (characters: readonly string[], at: number) => boolean> =
  {
    '^': (_, at) => at === 0,
    $: (characters, at) => at === characters.length,
    '\\b': isEdge,
    '\\B': (characters, at) => !isEdge(characters, at),
  }

function matches(steps: readonly Step[], characters: readonly string[]): boolean {
  let places = reach(steps, [0], characters, 0)
  for (const [index, character] of characters.entries()) {
    const next: number[] = []
    for (const place of places) {
      const step = steps[place]
      if (step?.kind === 'character' && step.fits(character)) next.push(place + 1)
    }
    places = reach(steps, next, characters, index + 1)
  }
  return places.has(steps.length - 1)
}

/** All places that can be reached without another character. */
function reach(steps: readonly Step[], from: readonly number[], characters: readonly string[], at: number): Set<number> {
  const reached = new Set<number>()
  const open = [...from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (reached.has(place)) continue
    reached.add(place)
    const step = steps[place]
    if (step?.kind === 'fork') open.push(...step.to)
    else if (step?.kind === 'assertion' && step.holds(characters, at)) open.push(place + 1)
  }
  return reached
}
