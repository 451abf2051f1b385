import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './CardList.module.css'

const titles = ['52%', '68%', '44%', '60%', '56%', '48%', '64%', '40%']

/** The places of templates that are on their way, each as high as the card that comes. */
export function CardSkeletons(props: { count?: number }) {
  return (
    <ul class={styles.cards} aria-busy="true" aria-label="Reading the library">
      <For each={titles.slice(0, props.count ?? titles.length)}>
        {(width) => (
          <li class={styles.card} aria-hidden="true">
            <div class={styles.waiting}>
              <div style={{ height: '1.544rem' }}>
                <Skeleton width={width} height="1.0625rem" />
              </div>
              <div style={{ height: '2.5375rem', gap: '0.4375rem' }}>
                <Skeleton width="94%" height="0.75rem" />
                <Skeleton width="70%" height="0.75rem" />
              </div>
              <div style={{ height: '1.5rem' }}>
                <Skeleton width="58%" height="0.75rem" />
              </div>
              <div style={{ height: '1.5rem' }}>
                <Skeleton width="46%" height="0.75rem" />
              </div>
            </div>
          </li>
        )}
      </For>
    </ul>
  )
}
