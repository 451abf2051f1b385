import { A } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { categoryWords, libraryPath } from '../../ui/templateWords.ts'
import { nothingChosen, filterOf } from './choice.ts'
import styles from './FeaturedTemplates.module.css'

/** Two rows of three. */
const shown = 6

const places = Array.from({ length: shown })

/** The best of the library, read when one comes near it, and the way to all of it. Where it cannot be read the way stays. */
export function FeaturedTemplates() {
  const [near, setNear] = createSignal(false)
  const follow = (area: HTMLElement) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(area)
  }
  const query = useQuery(() => ({
    queryKey: [...libraryKeys.all, 'featured'],
    queryFn: () => api.library.browse.query(filterOf(nothingChosen)),
    enabled: near(),
    staleTime: 60_000,
  }))
  const templates = createMemo(() => (query.isPending ? undefined : query.data?.items.slice(0, shown).map((hit) => hit.template)))
  const isEmpty = () => query.isError || templates()?.length === 0

  return (
    <section class={styles.featured} aria-labelledby="featured-heading" ref={follow}>
      <div class={styles.top}>
        <h2 id="featured-heading" class={styles.heading}>
          Or begin with a template
        </h2>
        <A href="/templates">Browse the library</A>
      </div>
      <Show when={!isEmpty()}>
        <ul class={styles.cards} aria-busy={templates() === undefined}>
          <Show
            when={templates()}
            fallback={
              <For each={places}>
                {() => (
                  <li class={styles.card} aria-hidden="true">
                    <Skeleton width="60%" height="1.0625rem" />
                    <Skeleton width="92%" height="0.75rem" />
                    <Skeleton width="70%" height="0.75rem" />
                  </li>
                )}
              </For>
            }
          >
            {(all) => (
              <For each={all()}>
                {(template) => (
                  <li class={styles.card}>
                    <h3 class={styles.title} dir="auto">
                      <A href={`/templates/${template.slug}`} class={styles.link}>
                        {template.title}
                      </A>
                    </h3>
                    <p class={styles.description} dir="auto">
                      {template.description}
                    </p>
                    <p class={styles.meta}>{categoryWords[template.category]}</p>
                  </li>
                )}
              </For>
            )}
          </Show>
        </ul>
      </Show>
      <ul class={styles.categories} aria-label="Categories of the library">
        <For each={Object.keys(categoryWords).filter(isCategory)}>
          {(category) => (
            <li>
              <A href={libraryPath({ category })} class={styles.category}>
                {categoryWords[category]}
              </A>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

const isCategory = (key: string): key is keyof typeof categoryWords => Object.hasOwn(categoryWords, key)
