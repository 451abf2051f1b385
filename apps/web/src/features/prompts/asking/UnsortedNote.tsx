import { A } from '@solidjs/router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, Match, Show, Switch } from 'solid-js'
import { Menu, MenuItem } from '../../../ui/Menu.tsx'
import type { Models } from '../models/createModels.ts'
import { providersPath } from '../models/providersPath.ts'
import { filingPlaces } from './filingPlaces.ts'
import styles from './UnsortedNote.module.css'

/** Words of a message that the composer could not sort, with the ways to a place for them. */
export function UnsortedNote(props: {
  words: readonly string[]
  mayFile: boolean
  models: Models
  onFile: (words: string, slot: string) => void
}) {
  const hasModels = () => (props.models.list()?.items.length ?? 0) > 0
  return (
    <section class={styles.note} aria-label="Words that could not be sorted">
      <p class={styles.why}>These words could not be sorted; they stand word for word under Context.</p>
      <ul class={styles.list}>
        <For each={props.words}>
          {(words) => (
            <li class={styles.item}>
              <q class={styles.words} dir="auto">
                {words}
              </q>
              <Show when={props.mayFile}>
                <Menu
                  size="small"
                  label={`Put “${shortened(words)}” under…`}
                  trigger={
                    <>
                      Put them under…
                      <ChevronDown />
                    </>
                  }
                >
                  <For each={filingPlaces}>
                    {(place) => <MenuItem onSelect={() => props.onFile(words, place.slot)}>{place.name}</MenuItem>}
                  </For>
                </Menu>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.mayFile}>
        <Switch>
          <Match when={hasModels() && props.models.choice() === undefined}>
            <p class={styles.why}>A model would understand them: choose one below the message.</p>
          </Match>
          <Match when={props.models.list() && !hasModels() && props.models.mayConnect()}>
            <p class={styles.why}>
              A model would understand them: <A href={providersPath}>connect one</A>.
            </p>
          </Match>
        </Switch>
      </Show>
    </section>
  )
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
