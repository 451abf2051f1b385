import { For, Show } from 'solid-js'
import type { Detail, VariableChange } from './compareDetails.ts'
import styles from './DetailChanges.module.css'

const kinds = { added: 'new', removed: 'gone', changed: 'changed' } as const

/** What differs beside the text: the variables and what a model is asked with. Nothing where nothing does. */
export function DetailChanges(props: { variables: readonly VariableChange[]; settings: readonly Detail[] }) {
  return (
    <>
      <Show when={props.variables.length > 0}>
        <section class={styles.part} aria-label="Variables that differ">
          <h3 class={styles.heading}>Variables</h3>
          <ul class={styles.list}>
            <For each={props.variables}>
              {(change) => (
                <li class={styles.item}>
                  <code class={styles.name}>{change.name}</code>
                  <span class={styles.kind} data-kind={change.kind}>
                    {kinds[change.kind]}
                  </span>
                  <Details details={change.details} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.settings.length > 0}>
        <section class={styles.part} aria-label="Settings that differ">
          <h3 class={styles.heading}>Settings</h3>
          <Details details={props.settings} />
        </section>
      </Show>
    </>
  )
}

function Details(props: { details: readonly Detail[] }) {
  return (
    <ul class={styles.details}>
      <For each={props.details}>
        {(detail) => (
          <li>
            {detail.what}{' '}
            <Show when={detail.before}>
              <del class={styles.before}>{detail.before}</del>{' '}
            </Show>
            <Show when={detail.after}>
              <ins class={styles.after}>{detail.after}</ins>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
