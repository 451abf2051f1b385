import { ForTag, type Emitter, type Liquid, type Template } from 'liquidjs'
import type { Span } from '../brief/schema.ts'
import { countBelow } from './lineStarts.ts'

/** Characters a template may render to. */
const longestOutput = 2_000_000

type Named = { name: string; range: Span }

/**
 * A part of a rendered text. `plain` stands in the template itself; `filled` was printed from the value of a variable, whose name is null where
 * a partial prints what it was given; a `gap` is where a variable would be printed that has no value, or none that fits.
 */
export type TextPiece =
  | { kind: 'plain'; text: string }
  | { kind: 'filled'; text: string; name: string | null }
  | { kind: 'gap'; name: string }

/** Collects what is rendered as pieces, up to the limit. `gaps` names the variables whose values only stand in for true ones. */
export class PieceOutput implements Emitter {
  readonly pieces: TextPiece[] = []
  /** What is rendered just now; `traceRenderer` tells. */
  from: Template | null = null
  /** What is known of the loops around it: which variables the names they make come from. */
  loops: ReadonlyMap<string, readonly string[]> = new Map()
  readonly #names: readonly Named[]
  readonly #gaps: ReadonlySet<string>
  readonly #starts: readonly number[]
  #length = 0

  /** `names` in their order. */
  constructor(names: readonly Named[], gaps: ReadonlySet<string>) {
    this.#names = names
    this.#starts = names.map(({ range }) => range.start)
    this.#gaps = gaps
  }

  /** Asked for by the renderer alone, which needs none of it. */
  get buffer(): string {
    return ''
  }

  /** Which variables a tag or an output names itself or through a loop: null for none, empty where a partial hides them. */
  variablesOf(template: Template): readonly string[] | null {
    const { begin, end, file } = template.token
    // A partial knows its own names only.
    if (file !== undefined) return []
    const inside = this.#names.slice(countBelow(this.#starts, begin), countBelow(this.#starts, end))
    const names = inside.map(({ name }) => name).filter((name) => name !== 'forloop')
    const variables = names.flatMap((name) => this.loops.get(name) ?? [name])
    return variables.length === 0 ? null : variables
  }

  write(written: unknown): void {
    const text = String(written)
    this.#length += text.length
    if (this.#length > longestOutput) throw new Error(`it renders to more than ${longestOutput} characters`)
    const names = this.from?.token.getText().startsWith('{{') ? this.variablesOf(this.from) : null
    const gap = names?.find((name) => this.#gaps.has(name))
    const last = this.pieces.at(-1)
    if (gap !== undefined) this.pieces.push({ kind: 'gap', name: gap })
    else if (text === '') return
    else if (names !== null) this.pieces.push({ kind: 'filled', text, name: names[0] ?? null })
    else if (last?.kind === 'plain') last.text += text
    else this.pieces.push({ kind: 'plain', text })
  }
}

/** Makes a renderer tell a PieceOutput what each text it writes comes from. */
export function traceRenderer({ renderer }: Liquid): void {
  const render = renderer.renderTemplates.bind(renderer)
  renderer.renderTemplates = (templates, context, emitter) =>
    render(emitter instanceof PieceOutput ? templates.map((template) => traced(template, emitter)) : templates, context, emitter)
}

function traced(template: Template, output: PieceOutput): Template {
  return {
    token: template.token,
    *render(context, emitter): Generator<unknown, unknown, unknown> {
      const { loops } = output
      output.from = template
      if (template instanceof ForTag) output.loops = new Map(loops).set(template.variable, output.variablesOf(template) ?? [])
      const written: unknown = yield template.render(context, emitter)
      output.loops = loops
      output.from = template
      return written
    },
  }
}
