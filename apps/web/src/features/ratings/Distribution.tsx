import { For, Show } from 'solid-js'
import { ratingCountWords, Stars } from '../../ui/Stars.tsx'
import styles from './Distribution.module.css'
import { createRatingSummary } from './queries.ts'
import type { RatedTemplate } from './ratedTemplate.ts'
import { sharesOf } from './sharesOf.ts'

/** The average beside how many gave five stars, four and so on: a table, whose bars are drawn into it. */
export function Distribution(props: { template: RatedTemplate }) {
  const summary = createRatingSummary(() => props.template.id)
  const counts = () => (summary.isPending ? undefined : summary.data?.counts)
  const rows = () => sharesOf(counts() ?? [0, 0, 0, 0, 0])
  return (
    <div class={styles.distribution}>
      <div class={styles.average}>
        <p class={styles.number} aria-hidden="true">
          {props.template.ratingAverage?.toFixed(1)}
        </p>
        <Stars value={Number(props.template.ratingAverage?.toFixed(1) ?? 0)} />
        <p class={styles.count}>{ratingCountWords(props.template.ratingCount)}</p>
      </div>
      {/* Of its size from the first moment; where the counts cannot be read the average stands alone. */}
      <Show when={!summary.isError}>
        <table class={styles.table} aria-busy={counts() ? undefined : 'true'}>
          <caption class="visually-hidden">How many gave how many stars</caption>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th class={styles.stars} scope="row">
                    {row.stars}
                    <span class="visually-hidden">{row.stars === 1 ? ' star' : ' stars'}</span>
                  </th>
                  <td class={styles.bar}>
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect class={styles.track} width="100" height="8" />
                      <rect class={styles.share} width={row.share * 100} height="8" />
                    </svg>
                  </td>
                  <td class={styles.many}>{counts() ? row.count.toLocaleString('en') : ''}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </div>
  )
}
