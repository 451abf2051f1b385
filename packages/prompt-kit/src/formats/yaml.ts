import { Document, isMap, isNode, isSeq, Lexer, LineCounter, parseDocument, visit, type Node } from 'yaml'
import { FormatFault } from './types.ts'
import { keyOf, readNode, type Targets } from './yamlNodes.ts'

/** Characters, and words and signs: what reads YAML takes some twenty microseconds and a kilobyte for each of them. */
const longestYaml = 1_000_000
const mostTokens = 400_000
/** Brackets within each other. */
const deepest = 100

/** `lineOf` tells where what stands at a path begins, a map's value with its key; where nothing stands there, its nearest parent. */
export type Yaml = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number }

/**
 * Reads one YAML document (1.2, core schema) as plain data: texts, numbers, booleans, null, lists, and maps whose keys are texts. No tag
 * makes anything else. A key `__proto__` is left out.
 * @param firstLine the line of the file that the text begins on, counted from 1
 * @throws FormatFault with the line in the file
 */
export function readYaml(text: string, firstLine = 1): Yaml {
  bound(text, firstLine)
  const lineCounter = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line) + firstLine - 1
  // Keys are compared later: here it would take time with their square.
  const safe = { schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true, uniqueKeys: false } as const
  const document = parseDocument(text, { ...safe, lineCounter, prettyErrors: false, logLevel: 'error' })
  const faults = [...document.errors, ...document.warnings].toSorted((one, other) => one.pos[0] - other.pos[0])
  if (faults[0] !== undefined) throw new FormatFault(lineAt(faults[0].pos[0]), reasonOf(faults[0]))
  const targets: Targets = new Map()
  const value = document.contents === null ? null : readNode(document.contents, targets, lineAt)
  return { value, lineOf: (path) => lineAt(offsetOf(document.contents, path, targets)) }
}

/** Data as YAML. A text of several lines stands as a block where it can; what older readers take for something else is quoted. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  visit(document, {
    Scalar(_, node) {
      // A mark that begins a file would be taken for the file's own, and blanks that begin a block for its indent.
      if (typeof node.value === 'string' && /^(?:\uFEFF|\n+[ \t]|[ \t].*\n|\s*$)/s.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ blockQuote: 'literal', doubleQuotedAsJSON: true, lineWidth: 0 })
}

/** Judges what may be read before it is, for the time it would take. */
function bound(text: string, firstLine: number): void {
  if (text.length > longestYaml) throw new FormatFault(firstLine, `Use at most ${longestYaml} characters of YAML.`)
  let tokens = 0
  let depth = 0
  let line = firstLine
  for (const token of new Lexer().lex(text)) {
    if (++tokens > mostTokens) throw new FormatFault(line, `Use at most ${mostTokens} words and signs of YAML.`)
    if (token === '[' || token === '{') depth++
    if (token === ']' || token === '}') depth--
    if (depth > deepest) throw new FormatFault(line, tooDeep)
    line += token.split('\n').length - 1
  }
}

const tooDeep = 'This is nested too deep.'

function reasonOf({ code, message }: { code: string; message: string }): string {
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep
  if (code === 'MULTIPLE_DOCS') return 'Use one document of YAML: a line of --- begins another.'
  if (code === 'TAG_RESOLVE_FAILED') return `Only data is read here, no tags that make something else: ${message}.`
  return `This is not valid YAML: ${message.replace(/\.$/, '')}.`
}

function offsetOf(root: Node | null, path: readonly PropertyKey[], targets: Targets): number {
  let node = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    const at: Node | undefined = node === null ? undefined : (targets.get(node) ?? node)
    if (isSeq(at)) {
      const item = at.items[Number(step)]
      if (!isNode(item)) break
      node = item
      offset = item.range?.[0] ?? offset
    } else if (isMap(at)) {
      const pair = at.items.find(({ key }) => isNode(key) && keyOf(key) === String(step))
      if (pair === undefined || !isNode(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = isNode(pair.value) ? pair.value : null
    } else break
  }
  return offset
}
