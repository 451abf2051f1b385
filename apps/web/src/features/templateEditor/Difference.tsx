import { diffWords } from '@prologue/prompt-kit'
import { createMemo, Show } from 'solid-js'
import { DiffText } from '../../ui/DiffText.tsx'
import styles from './Difference.module.css'
import { sameBeside, type Unfinished } from './unfinished.ts'
import { variableLines } from './variableLines.ts'

/** Two states of a template: what goes struck through, what comes marked; the declarations, where they differ, as lines below. */
export function Difference(props: { from: Unfinished; to: Unfinished; label: string }) {
  const text = createMemo(() => diffWords(props.from.content, props.to.content))
  const variables = createMemo(() => diffWords(variableLines(props.from.variables), variableLines(props.to.variables)))
  return (
    <div class={styles.difference}>
      <Show when={text().length > 0} fallback={<p class={styles.note}>Both texts are empty.</p>}>
        <DiffText class={styles.text} parts={text()} label={props.label} />
      </Show>
      <Show when={!sameBeside(props.from, props.to) && variables().length > 0}>
        <h3 class={styles.heading}>Variables</h3>
        <DiffText class={styles.variables} parts={variables()} label={`${props.label} of the variables`} />
      </Show>
    </div>
  )
}
