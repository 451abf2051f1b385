import { Context, toValueSync, type Emitter } from 'liquidjs'
import { faultOf, type TemplateFault } from './fault.ts'
import { longestOutput, type Partials } from './liquid.ts'
import { usesOf } from './listUses.ts'
import { parseTemplate } from './parseTemplate.ts'
import type { Variable } from './schema.ts'
import { fillValues, type ValueFault } from './values.ts'

export type TemplateInput = {
  variables: readonly Variable[]
  values: Readonly<Record<string, unknown>>
  partials?: Partials
}

/** `faults` lie in the text or a partial, `valueFaults` in the values; one of the two is not empty. */
export type Rendered = { ok: true; text: string } | { ok: false; faults: TemplateFault[]; valueFaults: ValueFault[] }

/**
 * The prompt a template makes with these values. Defaults are filled in first; values stand in it as they are and are never read as a template;
 * outside of tags no character changes, save space that a tag takes away itself with a dash (`{{- name -}}`).
 */
export function renderTemplate(text: string, { variables, values, partials = {} }: TemplateInput): Rendered {
  const filled = fillValues(variables, values)
  const valueFaults = filled.ok ? [] : filled.faults
  const parsed = parseTemplate(text, partials)
  if (!parsed.ok) return { ok: false, faults: [parsed.fault], valueFaults }
  const declared = new Set(variables.map(({ name }) => name))
  const faults = usesOf(text, parsed)
    .filter(({ name }) => !declared.has(name))
    .map(({ name, range }): TemplateFault => ({ message: `"${name}" is not declared.`, range, partial: null }))
  if (!filled.ok || faults.length > 0) return { ok: false, faults, valueFaults }
  const { liquid, templates } = parsed
  const output = makeOutput()
  try {
    const context = new Context(filled.values, liquid.options, { sync: true }, { liquid })
    toValueSync(liquid.renderer.renderTemplates(templates, context, output))
  } catch (error) {
    return { ok: false, faults: [faultOf(error)], valueFaults: [] }
  }
  return { ok: true, text: output.buffer }
}

/** Collects what is rendered, up to the limit. */
function makeOutput(): Emitter {
  return {
    buffer: '',
    write(piece: unknown) {
      this.buffer += String(piece)
      if (this.buffer.length > longestOutput) throw new Error(`it renders to more than ${longestOutput} characters`)
    },
  }
}
