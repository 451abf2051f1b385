import type { TemplateFault } from './fault.ts'
import { readInput, renderRead, type TemplateInput } from './renderPieces.ts'
import type { ValueFault } from './values.ts'

/** `faults` lie in the text or a partial, `valueFaults` in the values; one of the two is not empty. */
export type Rendered = { ok: true; text: string } | { ok: false; faults: TemplateFault[]; valueFaults: ValueFault[] }

/**
 * The prompt a template makes with these values. Defaults are filled in first; values stand in it as they are and are never read as a template;
 * outside of tags no character changes, save space that a tag takes away itself with a dash (`{{- name -}}`).
 */
export function renderTemplate(text: string, input: TemplateInput): Rendered {
  const read = readInput(text, input)
  const { parsed, faults, valueFaults } = read
  if (!parsed.ok || faults.length > 0 || valueFaults.length > 0) return { ok: false, faults, valueFaults }
  const rendered = renderRead(text, input, { ...read, parsed })
  if (!rendered.ok) return { ok: false, faults: [rendered.fault], valueFaults: [] }
  return { ok: true, text: rendered.pieces.map((piece) => (piece.kind === 'gap' ? '' : piece.text)).join('') }
}
