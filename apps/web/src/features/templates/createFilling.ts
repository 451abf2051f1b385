import { fillValues, renderPieces, renderTemplate, type RenderedPieces } from '@prologue/prompt-kit'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { readTyped, type TypedValues } from '../../ui/typedValues.ts'
import { createSettled } from './createSettled.ts'
import { isLongText } from './isLongText.ts'
import { keepValues, keptValues } from './keptValues.ts'
import type { VersionView } from './queries.ts'

/** A version that is filled in: what is typed, what it makes of the text, and what is still wrong. It goes from one version to the next. */
export function createFilling(templateId: string, personId: string | null, version: Accessor<VersionView>) {
  const [typed, setTyped] = createSignal<TypedValues>(keptValues(templateId, personId))
  const change = (values: TypedValues) => {
    setTyped(values)
    keepValues(templateId, personId, values)
  }
  const variables = () => version().variables
  // A text that declares no variables is no template: its braces mean nothing.
  const isTemplate = () => variables().length > 0
  const values = createMemo(() => readTyped(variables(), typed()))
  const faults = createMemo(() => {
    const filled = fillValues(variables(), values())
    return filled.ok ? [] : filled.faults
  })
  const settled = createSettled(values, () => isLongText(version().content))
  const rendered = createMemo<RenderedPieces>(() =>
    isTemplate()
      ? renderPieces(version().content, { variables: variables(), values: settled() })
      : { pieces: [{ kind: 'plain', text: version().content }], faults: [], valueFaults: [] },
  )

  return {
    typed,
    variables,
    values,
    faults,
    rendered,
    type: (name: string, text: string) => change({ ...typed(), [name]: text }),
    set: change,
    /** Whether something is typed for a variable of this version. */
    isTouched: () => variables().some(({ name }) => (typed()[name] ?? '') !== ''),
    /** The whole prompt, null while something is missing or wrong. */
    prompt: (): string | null => {
      if (!isTemplate()) return version().content
      const made = renderTemplate(version().content, { variables: variables(), values: values() })
      return made.ok ? made.text : null
    },
  }
}
