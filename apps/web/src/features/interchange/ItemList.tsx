import { createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import type { Import } from './createImport.ts'
import { countOf, isRefused } from './importWords.ts'
import styles from './ItemList.module.css'
import { ItemRow } from './ItemRow.tsx'

/** Rows that are drawn at once. */
const page = 100

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'refused', label: 'Refused' },
  { value: 'noted', label: 'With notes' },
  { value: 'variables', label: 'With variables' },
] as const
type Kind = (typeof kinds)[number]['value']

/** What a file holds, item by item. */
export function ItemList(props: { work: Import }) {
  const [kind, setKind] = createSignal<Kind>('all')
  const [shown, setShown] = createSignal(page)
  const entries = createMemo(() =>
    props.work
      .previews()
      .map((item, index) => ({ item, index }))
      .filter(({ item, index }) => {
        if (kind() === 'refused') return isRefused(item, props.work.results[index])
        if (kind() === 'noted') return item.notes.length > 0
        return kind() === 'all' || item.variables.length > 0
      }),
  )
  return (
    <section class={styles.list} aria-label="What the file holds">
      <div class={styles.bar}>
        <p role="status">{countOf(entries().length, 'item', 'items')}</p>
        <PlainSelect
          label="Which items to show"
          value={kind()}
          choices={kinds}
          onChoose={(chosen) => {
            setKind(chosen)
            setShown(page)
          }}
        />
      </div>
      <ol class={styles.rows}>
        <For each={entries().slice(0, shown())}>
          {(entry) => <ItemRow item={entry.item} became={props.work.results[entry.index]} />}
        </For>
      </ol>
      <Show when={entries().length > shown()}>
        <Button onClick={() => setShown((count) => count + page)}>Show {Math.min(page, entries().length - shown())} more</Button>
      </Show>
    </section>
  )
}
