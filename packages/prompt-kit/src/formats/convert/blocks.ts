import type { Span } from '../../brief/schema.ts'
import { left, type Meaning, type Piece } from './pieces.ts'

/**
 * A block that is open. `section` is one that is not known to ask or to go through until its end is read; `left` stays as it is, with its ends.
 * `names` are those that it makes itself: of a loop, or null for one that nobody knows the value of.
 */
export type Block = {
  key: string
  kind: 'if' | 'unless' | 'for' | 'section' | 'left'
  /** What its items are called, and whether something within speaks of them. */
  item: string
  usesItem: boolean
  hasElse: boolean
  /** Whether names within are fields of its items. */
  isEach: boolean
  names: ReadonlyMap<string, 'item' | 'index' | 'unknown'>
  start: number
  reason: string
  waiting: { index: number; meaning: Meaning }[]
}

const deepest = 50
/** Open blocks that are remembered; more have no sense in any text. */
const mostOpen = 60

export type Blocks = ReturnType<typeof makeBlocks>

const neverClosed = 'This is never closed.'

/**
 * The open blocks of a text that is being read. What belongs to a block has a meaning only once it is closed;
 * until then its pieces are left. `unclosed`: where blocks begin that are known never to be closed.
 */
export function makeBlocks(pieces: Piece[], unclosed: ReadonlySet<number>) {
  const stack: Block[] = []
  const dropped = new Set<number>()

  function join(block: Block, range: Span, meaning: Meaning): void {
    if (block.kind === 'left') pieces.push({ ...range, ...left(block.reason) })
    else {
      block.waiting.push({ index: pieces.length, meaning })
      pieces.push({ ...range, ...left(neverClosed) })
    }
  }

  /** `meaning` of its opening tag; one that is left makes the whole block left. */
  function open(range: Span, meaning: Meaning, block: Pick<Block, 'key' | 'kind'> & Partial<Block>): void {
    const isDeep = stack.filter(({ kind }) => kind !== 'left').length >= deepest || stack.length >= mostOpen
    const given = meaning.kind === 'left' ? meaning.reason : ''
    const reason = unclosed.has(range.start) ? neverClosed : isDeep ? 'This is nested too deep.' : given
    const opened: Block = {
      start: range.start,
      item: 'item',
      usesItem: false,
      hasElse: false,
      isEach: false,
      names: new Map(),
      waiting: [],
      ...block,
      reason,
    }
    if (reason !== '') opened.kind = 'left'
    if (stack.length < mostOpen) stack.push(opened)
    join(opened, range, meaning)
  }

  /** Ends the innermost block with the key; those within that are still open are never closed. `end` tells what the closing tag becomes. */
  function close(range: Span, key: string, end: (block: Block) => Meaning): void {
    const index = stack.findLastIndex((block) => block.key === key)
    const block = stack[index]
    if (block === undefined) {
      pieces.push({ ...range, ...left('Nothing is open that this closes.') })
      return
    }
    for (const { start } of stack.slice(index + 1)) dropped.add(start)
    stack.length = index
    join(block, range, end(block))
    for (const { index, meaning } of block.waiting) {
      const piece = pieces[index]
      if (piece !== undefined) pieces[index] = { start: piece.start, end: piece.end, ...meaning }
    }
  }

  /** Leaves a block as it is, with its tags so far and this one. */
  function giveUp(block: Block, range: Span, reason: string): void {
    for (const { index } of block.waiting) {
      const piece = pieces[index]
      if (piece !== undefined) pieces[index] = { start: piece.start, end: piece.end, ...left(reason) }
    }
    Object.assign(block, { kind: 'left', reason, waiting: [] })
    join(block, range, left(reason))
  }

  /** What a name means within the blocks that are open, null where it is a variable. */
  function meaningOf(name: string): { block: Block; what: 'item' | 'index' | 'unknown' } | null {
    const block = stack.findLast(({ names }) => names.has(name))
    const what = block?.names.get(name)
    return block === undefined || what === undefined ? null : { block, what }
  }

  return {
    pieces,
    open,
    join,
    close,
    giveUp,
    unclosed: () => new Set([...dropped, ...stack.map(({ start }) => start)]),
    meaningOf,
    top: () => stack.at(-1),
    /** The innermost whose items `this` may stand for. */
    innermostContext: () => stack.findLast(({ kind, isEach }) => isEach || kind === 'section'),
    keyed: (key: string) => stack.findLast((block) => block.key === key),
    innermost: (...kinds: Block['kind'][]) => stack.findLast(({ kind }) => kinds.includes(kind)),
    count: (holds: (block: Block) => boolean) => stack.filter(holds).length,
  }
}

/** Reads again once it is known which blocks are never closed: what they would have made is left then, too. */
export function readTwice(read: (unclosed: ReadonlySet<number>) => Blocks): Piece[] {
  const first = read(new Set())
  const unclosed = first.unclosed()
  return unclosed.size === 0 ? first.pieces : read(unclosed).pieces
}
