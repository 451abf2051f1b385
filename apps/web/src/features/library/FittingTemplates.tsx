import { A } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { createSearch } from '../../ui/createSearch.ts'
import styles from './FittingTemplates.module.css'

/** Less than this tells of nothing yet. */
const fewest = 4

/** What is sent of a text; the beginning tells what it is about. */
const sent = 2_000

/** One line under what somebody writes: templates that fit it, or the way to all of them. It is there from the start, so nothing moves. */
export function FittingTemplates(props: { text: string }) {
  const [asked, setAsked] = createSignal('')
  createSearch(
    () => props.text.slice(0, sent),
    (text) => setAsked(text.length < fewest ? '' : text),
  )
  const query = useQuery(() => ({
    queryKey: [...libraryKeys.all, 'fitting', asked()],
    queryFn: () => api.library.fitting.query({ text: asked() }),
    enabled: asked() !== '',
    // Each letter asks anew: what fitted stands until it is known what fits now.
    placeholderData: <Data,>(before: Data | undefined) => before,
    staleTime: 60_000,
  }))
  const fitting = createMemo(() => (asked() === '' || query.isPending ? [] : (query.data?.items ?? [])))

  return (
    <section class={styles.line} aria-label="Templates">
      <Show
        when={fitting().length > 0}
        fallback={
          <p class={styles.word}>
            Or begin with a template: <A href="/templates">Browse the library</A>
          </p>
        }
      >
        <p class={styles.word} role="status">
          {fitting().length === 1 ? 'A template that fits' : 'Templates that fit'}
          <span class="visually-hidden">: {fitting().length}</span>
        </p>
        <ul class={styles.fitting}>
          <For each={fitting()}>
            {({ template }) => (
              <li class={styles.item}>
                <A href={`/templates/${template.slug}`} class={styles.one} title={template.description} dir="auto">
                  {template.title}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
