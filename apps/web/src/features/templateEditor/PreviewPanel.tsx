import { fillValues, type RenderedPieces } from '@prologue/prompt-kit'
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TemplatePreview } from '../../ui/TemplatePreview.tsx'
import { readTyped, writeTyped, type TypedValues } from '../../ui/typedValues.ts'
import { focusVariable, VariablesForm } from '../../ui/VariablesForm.tsx'
import type { Editing } from './createEditing.ts'
import styles from './PreviewPanel.module.css'

const pause = 120

/** The form that people will fill in, and what the text becomes with it, while one writes. */
export function PreviewPanel(props: { editing: Editing; typed: TypedValues; onTyped: (typed: TypedValues) => void }) {
  let form: HTMLElement | undefined
  const variables = () => props.editing.variables.judged().complete
  const values = createMemo(() => readTyped(variables(), props.typed))
  const faults = createMemo(() => {
    const filled = fillValues(variables(), values())
    return filled.ok ? [] : filled.faults
  })
  const [rendered, setRendered] = createSignal<{ text: string; pieces: RenderedPieces }>()
  createEffect(() => {
    const text = props.editing.content()
    const input = { variables: variables(), values: values() }
    let isOver = false
    const timer = setTimeout(async () => {
      const pieces = await props.editing.reader.render(text, input)
      if (!isOver) setRendered({ text, pieces })
    }, pause)
    onCleanup(() => {
      isOver = true
      clearTimeout(timer)
    })
  })
  const examples = () => variables().filter(({ name, example }) => example !== undefined && (props.typed[name] ?? '') === '')
  const fillIn = () => {
    const given = examples().map(({ name, example }) => [name, example === undefined ? '' : writeTyped(example)])
    props.onTyped({ ...props.typed, ...Object.fromEntries(given) })
  }
  const lead = (name: string) => form && focusVariable(form, name)

  return (
    <div class={styles.panel}>
      <Show
        when={variables().length > 0}
        fallback={<p class={styles.note}>No variables are declared: people get the text as it stands.</p>}
      >
        <VariablesForm
          ref={(element) => (form = element)}
          variables={variables()}
          values={props.typed}
          onChange={(name, text) => props.onTyped({ ...props.typed, [name]: text })}
          faults={faults()}
          all={false}
        />
        <Show when={examples().length > 0}>
          <Button size="small" class={styles.examples} onClick={fillIn}>
            Fill in the examples
          </Button>
        </Show>
      </Show>
      <section class={styles.sheet} aria-label="What it becomes" tabindex="0">
        <Show when={rendered()} fallback={<Skeleton height="6rem" />}>
          {(made) => (
            <Show when={made().text.trim() !== ''} fallback={<p class={styles.note}>Nothing is written yet.</p>}>
              <TemplatePreview text={made().text} rendered={made().pieces} variables={variables()} onGap={lead} />
            </Show>
          )}
        </Show>
      </section>
    </div>
  )
}
