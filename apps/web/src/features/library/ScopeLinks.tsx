import type { LibraryScope } from '@prologue/contracts'
import { For } from 'solid-js'
import { pathOf, onlyScope } from './choice.ts'
import styles from './ScopeLinks.module.css'

const scopes: readonly { scope: LibraryScope; label: string }[] = [
  { scope: 'public', label: 'Library' },
  { scope: 'mine', label: 'Mine' },
  { scope: 'favourites', label: 'Favourites' },
  { scope: 'deleted', label: 'Deleted' },
]

/**
 * Which list is looked at: everybody's, or with `all` one's own ones. What is searched goes along, filters stay where they were
 * chosen.
 */
export function ScopeLinks(props: { scope: LibraryScope; text: string; all: boolean }) {
  return (
    <nav aria-label="Lists">
      <ul class={styles.scopes}>
        <For each={props.all ? scopes : scopes.slice(0, 1)}>
          {({ scope, label }) => (
            <li>
              <a
                class={styles.scope}
                href={pathOf({ ...onlyScope({ scope }), text: props.text })}
                noScroll
                aria-current={props.scope === scope ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
