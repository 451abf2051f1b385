import { Context, toValueSync } from 'liquidjs'
import { faultOf, type TemplateFault } from './fault.ts'
import type { Partials } from './liquid.ts'
import { allNamesIn, usesOf } from './listUses.ts'
import { parseTemplate, type ParsedTemplate } from './parseTemplate.ts'
import { PieceOutput, type TextPiece } from './pieceOutput.ts'
import type { Variable } from './schema.ts'
import { fillValues, type ValueFault } from './values.ts'

export type TemplateInput = {
  variables: readonly Variable[]
  values: Readonly<Record<string, unknown>>
  partials?: Partials
}

/** `faults` lie in the text or a partial, `valueFaults` in the values. `pieces` is null for a text that cannot be read or rendered. */
export type RenderedPieces = { pieces: TextPiece[] | null; faults: TemplateFault[]; valueFaults: ValueFault[] }

/**
 * What a template makes of these values so far, and which parts of it come from them. Where a value is missing that must be given, or does not
 * fit, or where nothing is declared under that name, is a gap; a condition on it holds then, and a loop runs once.
 */
export function renderPieces(text: string, input: TemplateInput): RenderedPieces {
  const read = readInput(text, input)
  const { faults, valueFaults } = read
  if (!read.parsed.ok) return { pieces: null, faults, valueFaults }
  const rendered = renderRead(text, input, { ...read, parsed: read.parsed })
  return rendered.ok
    ? { pieces: rendered.pieces, faults, valueFaults }
    : { pieces: null, faults: [...faults, rendered.fault], valueFaults }
}

type ReadInput = { parsed: ParsedTemplate; undeclared: string[]; faults: TemplateFault[]; valueFaults: ValueFault[] }

/** What can be said of a text and its values without rendering. */
export function readInput(text: string, { variables, values, partials = {} }: TemplateInput): ReadInput {
  const filled = fillValues(variables, values)
  const valueFaults = filled.ok ? [] : filled.faults
  const parsed = parseTemplate(text, partials)
  if (!parsed.ok) return { parsed, undeclared: [], faults: [parsed.fault], valueFaults }
  const declared = new Set(variables.map(({ name }) => name))
  const undeclared = usesOf(text, parsed).filter(({ name }) => !declared.has(name))
  return {
    parsed,
    undeclared: undeclared.map(({ name }) => name),
    faults: undeclared.map(({ name, range }) => ({ message: `"${name}" is not declared.`, range, partial: null })),
    valueFaults,
  }
}

type Read = ReadInput & { parsed: ParsedTemplate & { ok: true } }

/** Renders what was read, with something that stands in for what is missing. */
export function renderRead(
  text: string,
  { variables, values }: TemplateInput,
  { parsed, undeclared, valueFaults }: Read,
): { ok: true; pieces: TextPiece[] } | { ok: false; fault: TemplateFault } {
  const missing = new Set(valueFaults.map(({ name }) => name))
  const given = fillValues(
    variables.filter(({ name }) => !missing.has(name)),
    values,
  )
  const scope = {
    ...Object.fromEntries(undeclared.map((name) => [name, name])),
    ...Object.fromEntries(variables.map((variable) => [variable.name, standIn(variable)])),
    ...(given.ok ? given.values : {}),
  }
  const { liquid, templates } = parsed
  const output = new PieceOutput(allNamesIn(text, parsed), new Set([...undeclared, ...missing]))
  try {
    const context = new Context(scope, liquid.options, { sync: true }, { liquid })
    toValueSync(liquid.renderer.renderTemplates(templates, context, output))
  } catch (error) {
    return { ok: false, fault: faultOf(error, text) }
  }
  return { ok: true, pieces: output.pieces }
}

/** Never printed. */
function standIn({ name, type, min = 1 }: Variable): unknown {
  if (type === 'boolean') return false
  if (type === 'list') return [name]
  return type === 'number' || type === 'integer' ? min : name
}
