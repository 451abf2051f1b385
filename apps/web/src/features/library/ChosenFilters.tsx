import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { categoryWords, familyWords } from '../../ui/templateWords.ts'
import { isNarrowed, type LibraryChoice, onlyScope } from './choice.ts'
import styles from './ChosenFilters.module.css'
import type { Choosing } from './createLibraryChoice.ts'

type Chosen = { label: string; change: Partial<LibraryChoice> }

/** What is chosen, each with the way to take it back. `author` is the name of whose templates are looked for, once it is known. */
export function ChosenFilters(props: { choosing: Choosing; author: string | undefined }) {
  const chosen = (): Chosen[] => {
    const { category, family, tags, authorId } = props.choosing.choice()
    return [
      ...(category ? [{ label: categoryWords[category], change: { category: undefined } }] : []),
      ...(family ? [{ label: `For ${familyWords[family]}`, change: { family: undefined } }] : []),
      ...(authorId ? [{ label: `By ${props.author ?? 'one author'}`, change: { authorId: undefined } }] : []),
      ...tags.map((tag) => ({ label: tag, change: { tags: tags.filter((one) => one !== tag) } })),
    ]
  }
  return (
    <Show when={chosen().length > 0}>
      <ul class={styles.chosen} aria-label="Chosen filters">
        <For each={chosen()}>
          {({ label, change }) => (
            <li>
              <a class={styles.one} href={props.choosing.path(change)} noScroll dir="auto" aria-label={`${label}: take back`}>
                {label}
                <X size={14} />
              </a>
            </li>
          )}
        </For>
        <Show when={chosen().length > 1 && isNarrowed(props.choosing.choice())}>
          <li>
            <a class={styles.all} href={props.choosing.path(onlyScope(props.choosing.choice()))} noScroll>
              Clear all
            </a>
          </li>
        </Show>
      </ul>
    </Show>
  )
}
