import X from 'lucide-solid/icons/x'
import { createUniqueId, For, Show } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Filters.module.css'

/** `count` undefined: it was not among those that were counted. */
export type FilterRow = { id: string; label: string; count: number | undefined; chosen: boolean; href: string }

/** The choices of one kind; chosen again, one is taken back. `waiting` rows hold the place of those that are on their way. */
export function FilterGroup(props: { title: string; rows: readonly FilterRow[] | undefined; waiting: number }) {
  const id = createUniqueId()
  return (
    <Show when={props.rows?.length !== 0}>
      <section class={styles.group} aria-labelledby={id}>
        <h2 id={id} class={styles.title}>
          {props.title}
        </h2>
        <Show when={props.rows} fallback={<Waiting rows={props.waiting} />}>
          {(rows) => (
            <ul class={styles.rows}>
              <ById each={rows()}>
                {(row) => (
                  <li>
                    <a class={styles.row} href={row().href} noScroll aria-current={row().chosen ? 'true' : undefined}>
                      <span class={styles.label} dir="auto">
                        {row().label}
                      </span>
                      <Show when={row().chosen} fallback={<span class={styles.count}>{row().count?.toLocaleString('en')}</span>}>
                        <span class="visually-hidden">chosen, take back</span>
                        <X size={14} />
                      </Show>
                    </a>
                  </li>
                )}
              </ById>
            </ul>
          )}
        </Show>
      </section>
    </Show>
  )
}

function Waiting(props: { rows: number }) {
  return (
    <div class={styles.rows} aria-hidden="true">
      <For each={Array.from({ length: props.rows })}>
        {(_, at) => (
          <div class={styles.row}>
            <Skeleton width={`${40 + ((at() * 17) % 35)}%`} height="0.75rem" />
          </div>
        )}
      </For>
    </div>
  )
}
