import { For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import type { PriceRow } from './priceRows.ts'
import styles from './PriceTable.module.css'
import { contextWords, priceWords, sourceWords } from './priceWords.ts'

const columns = [
  { kind: 'input', label: 'Read' },
  { kind: 'cachedInput', label: 'Read again' },
  { kind: 'output', label: 'Written' },
] as const

/** What models cost and read at once, with what is set here in place of what the program knows. */
export function PriceTable(props: {
  rows: readonly PriceRow[]
  busy: boolean
  onChange: (row: PriceRow) => void
  onForget: (row: PriceRow) => void
}) {
  return (
    <table ref={keepFocus} class={styles.table}>
      <caption>Dollars for a million tokens; “Read again” is what a provider has in its cache.</caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <For each={columns}>{({ label }) => <th scope="col">{label}</th>}</For>
          <th scope="col">Tokens at once</th>
          <th scope="col">
            <span class="visually-hidden">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <ById each={props.rows}>
          {(row) => (
            <tr class={styles.row}>
              <th scope="row" class={styles.model}>
                <span class={styles.name}>{row().model}</span>
                <span class={styles.source}>{sourceWords(row())}</span>
              </th>
              <For each={columns}>{({ kind, label }) => <Cell label={label} words={priceWords(row(), kind)} />}</For>
              <Cell label="Tokens at once" words={contextWords(row())} />
              <td class={styles.acts}>
                <div class={styles.buttons}>
                  <Button size="small" aria-label={`Set the price of ${named(row())}`} onClick={() => props.onChange(row())}>
                    {row().set ? 'Change' : 'Set'}
                  </Button>
                  <Show when={row().set}>
                    <Button
                      variant="plain"
                      size="small"
                      aria-label={`Forget the price set for ${named(row())}`}
                      aria-disabled={props.busy || undefined}
                      onClick={() => props.onForget(row())}
                    >
                      Forget
                    </Button>
                  </Show>
                </div>
              </td>
            </tr>
          )}
        </ById>
      </tbody>
    </table>
  )
}

function Cell(props: { label: string; words: string }) {
  return (
    <td data-label={props.label} data-unknown={props.words === 'unknown' ? '' : undefined}>
      {props.words}
    </td>
  )
}

/** Two providers may offer one model. */
const named = ({ model, provider }: PriceRow) => (provider ? `${model} of ${provider}` : model)
