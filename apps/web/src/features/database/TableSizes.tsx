import type { TableSize } from '@prologue/contracts'
import { For } from 'solid-js'
import styles from './DatabaseHealth.module.css'
import { bytesWords } from '../../ui/bytesWords.ts'
import { growthWords } from './sizeWords.ts'

/** How large each table is with its indexes, the largest first, and how it has grown. */
export function TableSizes(props: { day: string; sizes: readonly TableSize[]; engine: 'sqlite' | 'mysql' }) {
  const all = () => props.sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <>
      <p class={styles.meta}>
        {bytesWords(all())} in all on {props.day}, with indexes.
        {props.engine === 'mysql' ? ' How many rows there are the database server estimates.' : ''}
      </p>
      <div class={styles.scroll} role="region" aria-label="Sizes of the tables" tabindex="0">
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Rows</th>
              <th scope="col">Size</th>
              <th scope="col">In a week</th>
              <th scope="col">In a month</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.sizes}>
              {(size) => (
                <tr>
                  <th scope="row">{size.name}</th>
                  <td>{size.rows.toLocaleString('en')}</td>
                  <td>{bytesWords(size.bytes)}</td>
                  <td>{growthWords(size.bytes, size.bytesWeekBefore)}</td>
                  <td>{growthWords(size.bytes, size.bytesMonthBefore)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  )
}
