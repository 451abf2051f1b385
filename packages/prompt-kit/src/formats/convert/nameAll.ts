import { declarationOf, type WayOfUse } from '../../variables/declarationOf.ts'
import { fitName, isName } from '../../variables/fitName.ts'
import type { Variable } from '../../variables/schema.ts'
import { quoted, type CodePart, type Piece } from './pieces.ts'

/** What all pieces of a text say of one variable. */
type Found = { ways: Set<WayOfUse>; standards: Set<string> }

export type Naming = { variables: Variable[]; nameOf: (source: string) => string; write: (part: CodePart) => string }

/** The variables that pieces use by the names of the source, in the order in which they come. */
export function foundIn(pieces: readonly Piece[]): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const piece of pieces) {
    if (piece.kind !== 'code') continue
    for (const { source, way, standard } of piece.uses) {
      const entry = found.get(source) ?? { ways: new Set(), standards: new Set() }
      found.set(source, entry)
      entry.ways.add(way)
      if (standard !== undefined) entry.standards.add(standard)
    }
  }
  return found
}

/**
 * Gives each variable a name that fits and a declaration. A name that fits already stays; two that differ in the source differ afterwards, too.
 * What was declared stays as it was declared.
 */
export function nameAll(pieces: readonly Piece[], declared: readonly Variable[]): Naming {
  const found = foundIn(pieces)
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const give = (source: string, name: string) => {
    names.set(source, name)
    taken.add(name)
  }
  for (const source of found.keys()) if (isName(source)) give(source, source)
  for (const source of found.keys()) if (!names.has(source)) give(source, apart(fitName(source), taken))
  for (const { name } of declared) taken.add(name)
  const nameOf = (source: string) => names.get(source) ?? fitName(source)

  const known = new Map(declared.map((variable) => [variable.name, variable]))
  const filtered = new Map<string, string>()
  for (const [source, { ways, standards }] of found) {
    const name = nameOf(source)
    const variable = known.get(name) ?? newVariable(name, ways, [...standards])
    const [standard] = standards
    if (variable === null) continue
    known.set(name, variable)
    if (standard !== undefined && needsFilter(variable)) filtered.set(source, standard)
  }

  const loops = new Map<string, string>()
  const loopOf = (wish: string) => {
    const name = loops.get(wish) ?? apart(fitName(wish), taken)
    taken.add(name)
    loops.set(wish, name)
    return name
  }
  const write = (part: CodePart): string => {
    if (typeof part === 'string') return part
    if ('variable' in part) return nameOf(part.variable)
    if ('loop' in part) return loopOf(part.loop)
    const standard = part.standard ?? filtered.get(part.standardOf)
    const isNeeded = filtered.has(part.standardOf) && standard !== undefined && standard !== ''
    return isNeeded ? ` | default: ${quoted(standard)}` : ''
  }
  return { variables: [...known.values()], nameOf, write }
}

function newVariable(name: string, ways: ReadonlySet<WayOfUse>, standards: readonly string[]): Variable | null {
  const [standard = null] = standards
  // Where they contradict each other each place keeps its own.
  if (standards.length > 1) return optional(declarationOf(name, null, ways))
  const variable = declarationOf(name, standard, ways)
  const isHeld = standard === null || variable?.default !== undefined || variable?.options !== undefined
  return isHeld ? variable : optional(variable)
}

function optional(variable: Variable | null): Variable | null {
  return variable === null ? null : { ...variable, required: false }
}

/** Whether it may be without a value where it is used, so that a default there has a meaning. */
function needsFilter({ required, default: standard }: Variable): boolean {
  return !required && standard === undefined
}

function apart(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name.slice(0, 60)}_${count}`
  return free
}
