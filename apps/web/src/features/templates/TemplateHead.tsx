import { A } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { AverageStars } from '../../ui/Stars.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { builtInOwner, categoryWords, familyWords, libraryPath, usesWords, visibilityWords } from '../../ui/templateWords.ts'
import { ago, fullTime } from '../../ui/time.ts'
import type { TemplateView } from '../../templateView.ts'
import styles from './TemplateHead.module.css'

/** What a template is, whose, and what people think of it; beside it what can be done with it. */
export function TemplateHead(props: { template: TemplateView; acts: JSX.Element }) {
  const template = () => props.template
  const state = () => {
    if (template().latestNumber === 0) return 'Not published yet'
    // Who says who finds it has a button that says so.
    const isSaid = template().visibility === 'public' || template().abilities.includes('template:update')
    return isSaid ? null : visibilityWords[template().visibility]
  }
  return (
    <header class={styles.head}>
      <p class={styles.way}>
        <A href="/templates">Library</A>
        <span aria-hidden="true">/</span>
        <A href={libraryPath({ category: template().category })}>{categoryWords[template().category]}</A>
      </p>
      <h1 class={styles.title} dir="auto">
        {template().title}
      </h1>
      <div class={styles.acts}>{props.acts}</div>
      <Show when={template().description}>
        <p class={styles.description} dir="auto">
          {template().description}
        </p>
      </Show>
      <div class={styles.meta}>
        <Show when={state()}>{(word) => <span class={styles.state}>{word()}</span>}</Show>
        <Show when={template().latestNumber > 0}>
          <AverageStars average={template().ratingAverage} count={template().ratingCount} />
          <span>{usesWords(template().usageCount)}</span>
        </Show>
        <Show when={template().owner} fallback={<span>by {builtInOwner}</span>}>
          {(owner) => (
            <A href={libraryPath({ author: owner().id })} class={styles.author} dir="auto">
              by {owner().name}
            </A>
          )}
        </Show>
        <Show when={template().family}>{(family) => <span>for {familyWords[family()]}</span>}</Show>
        <Show when={template().version}>
          {(version) => (
            <span>
              version {version().number},{' '}
              <time dateTime={version().createdAt.toISOString()} title={fullTime(version().createdAt)}>
                {ago(version().createdAt)}
              </time>
            </span>
          )}
        </Show>
        <Show when={template().forkedFrom}>
          {(source) => (
            <span>
              forked from{' '}
              <A href={`/templates/${source().slug}`} dir="auto">
                {source().title}
              </A>
            </span>
          )}
        </Show>
      </div>
      <Show when={template().tags.length > 0}>
        <TagList tags={template().tags} href={(tag) => libraryPath({ tag })} />
      </Show>
    </header>
  )
}
