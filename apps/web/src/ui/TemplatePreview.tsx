import type { RenderedPieces, TextPiece, Variable } from '@prologue/prompt-kit'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
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
              <span class={line.kind === 'tag' ? textStyles.tag : undefined}>
                <For each={line.pieces}>
                  {(piece) => <Piece piece={piece} named={(name) => named().get(name)} onGap={props.onGap} />}
                </For>
              </span>
              {'\n'}
            </div>
          )}
        </For>
      </div>
    </Show>
  )
}

function Piece(props: {
  piece: TextPiece
  named: (name: string) => Variable | undefined
  onGap: ((name: string) => void) | undefined
}) {
  const variable = () => {
    const name = props.piece.kind === 'plain' ? null : props.piece.name
    return name === null ? undefined : (props.named(name) ?? { name, sensitive: false })
  }
  const label = () => {
    const known = variable()
    return known && variableLabel(known)
  }
  const filled = () => (props.piece.kind === 'filled' ? props.piece.text : null)
  const gap = () => (props.piece.kind === 'gap' ? props.piece.name : null)
  return (
    <Switch fallback={props.piece.kind === 'plain' ? props.piece.text : ''}>
      <Match when={filled()}>
        {(text) => (
          <mark class={styles.filled} title={label()}>
            {variable()?.sensitive ? '•'.repeat(Math.min([...text()].length, 12)) : text()}
          </mark>
        )}
      </Match>
      <Match when={gap()}>
        {(name) => (
          <Show when={props.onGap} fallback={<span class={styles.gap}>{label()}</span>}>
            {(lead) => (
              <button type="button" class={styles.gap} title="Fill this in" onClick={() => lead()(name())}>
                {label()}
              </button>
            )}
          </Show>
        )}
      </Match>
    </Switch>
  )
}
