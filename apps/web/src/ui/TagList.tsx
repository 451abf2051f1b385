import { For, Show, type JSX } from 'solid-js'
import styles from './TagList.module.css'

/**
 * The tags of something in one row; `href`, where there is one, leads to what else has the tag. Of many the first `most` are shown.
 * `children` writes one.
 */
export function TagList(props: {
  tags: readonly string[]
  href?: (tag: string) => string
  most?: number
  children?: (tag: string) => JSX.Element
}) {
  const written = (tag: string) => props.children?.(tag) ?? tag
  const shown = () => props.tags.slice(0, props.most ?? props.tags.length)
  const others = () => props.tags.slice(shown().length)
  return (
    <ul class={styles.tags} aria-label="Tags">
      <For each={shown()}>
        {(tag) => (
          <li class={styles.item} dir="auto">
            <Show when={props.href?.(tag)} fallback={<Tag>{written(tag)}</Tag>}>
              {(href) => (
                <a href={href()} class={styles.tag}>
                  {written(tag)}
                </a>
              )}
            </Show>
          </li>
        )}
      </For>
      <Show when={others().length > 0}>
        <li class={styles.more} title={others().join(', ')}>
          +{others().length}
          <span class="visually-hidden"> more: {others().join(', ')}</span>
        </li>
      </Show>
    </ul>
  )
}

function Tag(props: { children: JSX.Element }) {
  return <span class={styles.tag}>{props.children}</span>
}
