import { randomUUID } from 'node:crypto'
import { buildInputs, type Choose } from './buildInputs.ts'
import type { Belongings } from './buildBelongings.ts'
import { isMeantForOthers, kindOf, kinds } from './kinds.ts'
import type { Procedure } from './procedures.ts'

/** An input with something of another person's in it, and its twin with what nobody has instead. */
export type Attack = {
  name: string
  input: unknown
  twin: unknown
  /** Whether it is one of many that differ in the kind of the id alone. */
  ofEachKind: boolean
}

/** Whose things somebody's inputs lead to. */
type Things = Pick<Belongings, 'ids' | 'slug' | 'token'>

/** A procedure or an event by its name. */
type Taking = Pick<Procedure, 'path' | 'input'>

/** What nobody has. */
const nobodys = { slug: 'nobody-has-this', token: 'a'.repeat(43), id: randomUUID() }

/** The fields of a procedure's input that lead to something of somebody's. */
export function fieldsOf({ path, input }: Taking): string[] {
  const fields = new Set<string>()
  buildInputs(
    input,
    (field) => {
      if (field !== 'cursor') fields.add(field)
      return field === 'cursor' ? undefined : randomUUID()
    },
    path,
  )
  return [...fields]
}

/** What a procedure takes of somebody's where each field holds what it is meant for. */
export function inputsOf(procedure: Taking, things: Things): unknown[] {
  return buildInputs(procedure.input, (field) => valueOf(procedure.path, field, things), procedure.path)
}

/**
 * Every way to ask a procedure for what is another's: ids of every kind in all its fields, what each field is meant for, and that
 * in one field with one's own in the others.
 */
export function attacksOn(procedure: Taking, mine: Things, theirs: Things): Attack[] {
  const { path, input } = procedure
  const fields = fieldsOf(procedure)
  const build = (name: string, pick: Choose, twinPick: Choose, ofEachKind = false): Attack[] => {
    const twins = buildInputs(input, twinPick, path)
    const built = buildInputs(input, pick, path).map((value, index) => ({ name, input: value, twin: twins[index], ofEachKind }))
    // Of a union one side may have nothing of theirs in it.
    return built.filter((attack) => JSON.stringify(attack.input) !== JSON.stringify(attack.twin))
  }
  const meant = (field: string) => valueOf(path, field, theirs)
  const attacks = build('all as meant', meant, nobody)
  if (fields.every((field) => field === 'slug' || field === 'token')) return attacks
  for (const kind of kinds) {
    const pick = (field: string) => thingOf(field, theirs) ?? idOf(field, theirs.ids[kind])
    attacks.push(...build(`the id of their ${kind}`, pick, nobody, true))
  }
  if (fields.length === 1) return attacks
  for (const foreign of fields.filter((field) => !isMeantForOthers(path, field))) {
    const mixed = (field: string) => (field === foreign ? meant(field) : valueOf(path, field, mine))
    const twin = (field: string) => (field === foreign ? nobody(field) : valueOf(path, field, mine))
    attacks.push(...build(`their ${foreign} with the rest of one’s own`, mixed, twin))
  }
  return attacks
}

function valueOf(path: string, field: string, things: Things): string | undefined {
  if (field === 'cursor') return undefined
  return thingOf(field, things) ?? things.ids[kindOf(path, field)]
}

const idOf = (field: string, id: string) => (field === 'cursor' ? undefined : id)

/** What is found by something else than an id. */
function thingOf(field: string, { slug, token }: Pick<Things, 'slug' | 'token'>): string | undefined {
  return { slug, token }[field]
}

function nobody(field: string): string | undefined {
  return field === 'cursor' ? undefined : (thingOf(field, nobodys) ?? nobodys.id)
}
