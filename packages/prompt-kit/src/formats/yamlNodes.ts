import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { FormatFault } from './types.ts'

const deepest = 100
/** Values, and characters of texts, that aliases may repeat in all. */
const mostRepeated = 1_000_000

/** What aliases stand for. */
export type Targets = Map<Node, Node>

/** `anchors` holds what has a name so far, `open` the lists and maps around what is being read. */
type Reading = { targets: Targets; anchors: Map<string, Node>; open: Set<Node>; repeated: number; fault: MakeFault }
type MakeFault = (node: Node, message: string) => FormatFault

/**
 * The plain data of a node that the parser had nothing against; aliases are put down in `targets`.
 * @throws FormatFault for keys that stand twice, aliases of nothing, of themselves or of too much, and what is nested too deep
 */
export function readNode(root: Node, targets: Targets, lineAt: (offset: number) => number): unknown {
  const fault: MakeFault = (node, message) => new FormatFault(lineAt(node.range?.[0] ?? 0), message)
  return valueOf(root, { targets, anchors: new Map(), open: new Set(), repeated: 0, fault }, 0, false)
}

/** The text of a map's key. */
export function keyOf(key: unknown): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : ''
}

function valueOf(node: unknown, reading: Reading, depth: number, isRepeated: boolean): unknown {
  if (isAlias(node)) {
    const target = reading.targets.get(node) ?? reading.anchors.get(node.source)
    if (target === undefined) throw reading.fault(node, `Nothing above has the name &${node.source}.`)
    if (reading.open.has(target)) throw reading.fault(node, `&${node.source} contains itself.`)
    reading.targets.set(node, target)
    return valueOf(target, reading, depth, true)
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null
  if (depth > deepest) throw reading.fault(node, 'This is nested too deep.')
  if (node.anchor !== undefined && !isRepeated) reading.anchors.set(node.anchor, node)
  if (isRepeated) {
    reading.repeated += isScalar(node) ? String(node.value).length + 1 : 1
    if (reading.repeated > mostRepeated) throw reading.fault(node, 'This is repeated by too many aliases.')
  }
  if (isScalar(node)) {
    // JSON has no numbers without end.
    const isEndless = typeof node.value === 'number' && !Number.isFinite(node.value)
    return isEndless ? (node.source ?? null) : node.value
  }
  reading.open.add(node)
  const inner = (item: unknown) => valueOf(item, reading, depth + 1, isRepeated)
  const value = isSeq(node) ? node.items.map(inner) : Object.fromEntries(entriesOf(node, inner, reading.fault))
  reading.open.delete(node)
  return value
}

function entriesOf({ items }: YAMLMap, inner: (item: unknown) => unknown, fault: MakeFault): Map<string, unknown> {
  const entries = new Map<string, unknown>()
  for (const { key, value } of items) {
    const name = keyOf(key)
    if (isScalar(key) && entries.has(name)) throw fault(key, `The key "${name}" stands here twice.`)
    entries.set(name, inner(value))
  }
  // Put into another object it would change what that one is.
  entries.delete('__proto__')
  return entries
}
