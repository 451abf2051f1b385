import type { RenderedPieces, Variable } from '@prologue/prompt-kit'
import { createMemo, For, Show } from 'solid-js'
import { keepLines, pieceLines, type PieceLine } from './pieceLines.ts'
import { PromptText } from './PromptText.tsx'
import textStyles from './PromptText.module.css'
import styles from './TemplatePreview.module.css'
import { variableLabel } from './typedValues.ts'

/**
 * What a template makes of the values so far: what was filled in is marked, what is missing a named gap. A text that cannot be rendered is shown
 * as it is, with the reason.
 */
export function TemplatePreview(props: {
  text: string
  rendered: RenderedPieces
  variables: readonly Variable[]
  /** Leads to the field of a gap. */
  onGap?: (name: string) => void
}) {
  const lines = createMemo<PieceLine[]>((before) => keepLines(before, pieceLines(props.rendered.pieces ?? [])), [])
  const named = createMemo(() => new Map(props.variables.map((variable) => [variable.name, variable])))
  return (
    <Show
      when={props.rendered.pieces}
      fallback={
        <>
          <p class={styles.fault}>{props.rendered.faults.at(-1)?.message ?? 'This text cannot be shown filled in.'}</p>
          <PromptText text={props.text} />
        </>
      }
    >
      <div class={textStyles.text}>
        <For each={lines()}>
          {(line) => (
            <div
              class={textStyles.line}
              dir="auto"
              data-kind={line.kind}
              style={line.hang ? { '--hang': `${line.hang}em` } : undefined}
            >
              <For each={line.pieces}>
                {(piece) => {
                  // Long texts have thousands of them: what stands in the template itself is no more than its words.
                  if (piece.kind === 'plain')
                    return line.kind === 'tag' ? <span class={textStyles.tag}>{piece.text}</span> : piece.text
                  const variable = () => named().get(piece.name ?? '')
                  return piece.kind === 'gap' ? (
                    <Gap name={piece.name} variable={variable()} onGap={props.onGap} />
                  ) : (
                    <Filled text={piece.text} variable={variable()} />
                  )
                }}
              </For>
              {'\n'}
            </div>
          )}
        </For>
      </div>
    </Show>
  )
}

function Filled(props: { text: string; variable: Variable | undefined }) {
  return (
    <mark class={styles.filled} title={props.variable && variableLabel(props.variable)}>
      {props.variable?.sensitive ? '•'.repeat(Math.min([...props.text].length, 12)) : props.text}
    </mark>
  )
}

function Gap(props: { name: string; variable: Variable | undefined; onGap: ((name: string) => void) | undefined }) {
  const label = () => variableLabel(props.variable ?? { name: props.name })
  return (
    <Show when={props.onGap} fallback={<span class={styles.gap}>{label()}</span>}>
      {(lead) => (
        <button type="button" class={styles.gap} title="Fill this in" onClick={() => lead()(props.name)}>
          {label()}
        </button>
      )}
    </Show>
  )
}
