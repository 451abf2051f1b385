import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import type { Became } from './createImport.ts'
import { stateOf, syntaxWords } from './importWords.ts'
import styles from './ItemList.module.css'
import type { Preview } from './previewItem.ts'

/** One item of a file: what becomes of it, and behind it what converting does. */
export function ItemRow(props: { item: Preview; became: Became | undefined }) {
  const state = createMemo(() => stateOf(props.item, props.became))
  const slug = () => (props.became !== undefined && 'slug' in props.became ? props.became.slug : null)
  const title = () => props.item.title ?? 'Without a title'
  const hasMore = () => props.item.variables.length > 0 || props.item.changes.length > 0
  return (
    <li class={styles.row}>
      <div class={styles.head}>
        <Show when={slug()} fallback={<span class={styles.title}>{title()}</span>}>
          {(slug) => (
            <A class={styles.title} href={`/templates/${slug()}`}>
              {title()}
            </A>
          )}
        </Show>
        <span class={styles.line}>line {props.item.line.toLocaleString('en')}</span>
      </div>
      <p class={styles.state} data-tone={state().tone}>
        {state().word}
      </p>
      <Show when={props.item.notes.length > 0}>
        <ul class={styles.notes}>
          <For each={props.item.notes}>{(note) => <li>{note}</li>}</For>
        </ul>
      </Show>
      <Show when={hasMore()}>
        <details class={styles.more}>
          <summary>
            What converting does<span class="visually-hidden"> to {title()}</span>
          </summary>
          <Show when={props.item.syntax}>{(syntax) => <p>Its variables are written as {syntaxWords[syntax()]}.</p>}</Show>
          <dl class={styles.variables}>
            <For each={props.item.variables}>
              {(variable) => (
                <div>
                  <dt>{variable.name}</dt>
                  <dd>{variable.type}</dd>
                </div>
              )}
            </For>
          </dl>
          <ul class={styles.changes}>
            <For each={props.item.changes}>
              {(change) => (
                <li>
                  <del>{change.from}</del> <ins>{change.to}</ins>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  )
}
