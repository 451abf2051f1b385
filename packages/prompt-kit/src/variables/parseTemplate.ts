import { toValueSync, type Liquid, type Template } from 'liquidjs'
import { faultOf, type TemplateFault } from './fault.ts'
import { liquidFor, type Partials } from './liquid.ts'

/** Characters of one template or partial. */
export const longestTemplate = 400_000
/** Tags and variables in one text, and tags within tags; both bound the time. */
const mostTags = 5000
const deepest = 50

export type ParsedTemplate = { ok: true; liquid: Liquid; templates: Template[] } | { ok: false; fault: TemplateFault }

/**
 * Reads a text as a template. With `partials` each partial it renders must be among them, be readable itself and not lead back to where it
 * was rendered from; without, their names are not judged.
 */
export function parseTemplate(text: string, partials?: Partials): ParsedTemplate {
  const liquid = liquidFor(partials)
  const parsed = parse(liquid, text)
  if (!parsed.ok) return parsed
  const fault = innerFault(parsed.templates, { liquid, partials, sound: new Set() }, [], 0)
  return fault === null ? parsed : { ok: false, fault }
}

/** Why a text cannot be read as a template, null where it can. */
export function templateFault(text: string, partials?: Partials): TemplateFault | null {
  const parsed = parseTemplate(text, partials)
  return parsed.ok ? null : parsed.fault
}

function parse(liquid: Liquid, text: string, partial: string | null = null): ParsedTemplate {
  const refuse = (message: string): ParsedTemplate => ({
    ok: false,
    fault: { message, range: { start: 0, end: text.length }, partial },
  })
  if (text.length > longestTemplate) return refuse(`Use at most ${longestTemplate} characters.`)
  if (text.split(/\{[{%]/, mostTags + 2).length > mostTags + 1) return refuse(`Use at most ${mostTags} tags.`)
  try {
    return { ok: true, liquid, templates: liquid.parse(text, partial ?? undefined) }
  } catch (error) {
    return { ok: false, fault: faultOf(error, text) }
  }
}

/** `sound` holds the partials that were judged to be good. */
type Judging = { liquid: Liquid; partials: Partials | undefined; sound: Set<string> }

/** What is wrong with the partials and the depth of templates; `path` holds the names of the partials on the way here. */
function innerFault(
  templates: readonly Template[],
  judging: Judging,
  path: readonly string[],
  depth: number,
): TemplateFault | null {
  for (const template of templates) {
    const { begin: start, end, file } = template.token
    const at = (message: string): TemplateFault => ({ message, range: { start, end }, partial: file ?? null })
    if (depth > deepest) return at('This is nested too deep.')
    const isRender = template.partialScope !== undefined
    const name = template.partialScope?.()?.name
    if (isRender && name === undefined) return at('Name the partial in quotes.')
    if (name !== undefined) {
      if (path.includes(name)) return at(`The partial "${name}" renders itself.`)
      const fault = partialFault(name, judging, path, depth)
      if (fault !== null) return typeof fault === 'string' ? at(fault) : fault
    }
    if (isRender || template.children === undefined) continue
    const fault = innerFault(toValueSync<Template[]>(template.children(false, true)), judging, path, depth + 1)
    if (fault !== null) return fault
  }
  return null
}

function partialFault(name: string, judging: Judging, path: readonly string[], depth: number): TemplateFault | string | null {
  const { liquid, partials, sound } = judging
  if (partials === undefined || sound.has(name)) return null
  const text = Object.hasOwn(partials, name) ? partials[name] : undefined
  if (text === undefined) return `There is no partial "${name}".`
  const parsed = parse(liquid, text, name)
  if (!parsed.ok) return parsed.fault
  const fault = innerFault(parsed.templates, judging, [...path, name], depth + 1)
  if (fault === null) sound.add(name)
  return fault
}
