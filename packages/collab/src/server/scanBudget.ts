import * as Y from 'yjs'
import { draftTextName } from '../protocol.ts'
import type { Struct } from '../updates/parts.ts'

/** Steps Yjs may take to place the structs of one push: some tens of milliseconds. */
const budget = 3_000_000

/**
 * Whether placing the structs stays cheap. Yjs walks from an insertion's left neighbour towards its right one over all
 * that others have put between them: a few steps in honest edits, the whole document for each struct in a frame made to
 * hold the process. A right neighbour that stands to the left is no edit at all. Expects neighbours that exist.
 */
export function scanWithinBudget(structs: readonly Struct[], doc: Y.Doc): boolean {
  const pushed = new Map<string, Y.Item>()
  const walks = new Map<string, number>()
  let spent = 0
  for (const struct of structs) {
    if (struct instanceof Y.GC) continue
    pushed.set(key(struct.id), struct)
    const left = struct.origin
    // An insertion beside one of the same push is walked over with that one.
    if (left !== null && left.clock >= Y.getState(doc.store, left.client)) continue
    const right = knownRight(struct.rightOrigin, doc, pushed)
    const between = `${left ? key(left) : ''} ${right ? key(right) : ''}`
    const steps = walks.get(between) ?? countBetween(left, right, doc, budget - spent)
    if (steps === null) return false
    walks.set(between, steps)
    spent += steps
    if (spent > budget) return false
  }
  return true
}

const key = (id: Y.ID) => `${id.client}:${id.clock}`

/** The nearest neighbour to the right that the document has: by way of those in the same push. */
function knownRight(id: Y.ID | null, doc: Y.Doc, pushed: ReadonlyMap<string, Y.Item>): Y.ID | null {
  let right = id
  while (right !== null && right.clock >= Y.getState(doc.store, right.client)) right = pushed.get(key(right))?.rightOrigin ?? null
  return right
}

/** Steps from left to right in the document; null when right does not follow within `most`. */
function countBetween(left: Y.ID | null, right: Y.ID | null, doc: Y.Doc, most: number): number | null {
  const leftItem: Y.Item | Y.GC | null = left && Y.getItem(doc.store, left)
  const rightItem: Y.Item | Y.GC | null = right && Y.getItem(doc.store, right)
  // Beside collected text an insertion is collected too, without a walk.
  if (leftItem instanceof Y.GC || rightItem instanceof Y.GC) return 0
  // Both inside one item, which will be split between them.
  if (left && right && leftItem && leftItem === rightItem) return left.clock < right.clock ? 0 : null
  let steps = 0
  let item: Y.Item | null = leftItem ? leftItem.right : firstItem(doc)
  while (item !== rightItem) {
    if (item === null || steps > most) return null
    steps += 1
    item = item.right
  }
  return steps
}

function firstItem(doc: Y.Doc): Y.Item | null {
  return doc.getText(draftTextName)._start
}
