import { createMemo, For, Show, type JSX } from 'solid-js'

/** A row for each item. Read again with other values, an item keeps its row: what is open in it, written in it, and its focus. */
export function ById<T extends { id: string }>(props: { each: readonly T[]; children: (item: () => T) => JSX.Element }) {
  const known = createMemo(() => new Map(props.each.map((item) => [item.id, item])))
  return <For each={[...known().keys()]}>{(id) => <Show when={known().get(id)}>{(item) => props.children(item)}</Show>}</For>
}
