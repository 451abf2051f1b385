import { A } from '@solidjs/router'
import type { LibraryScope, TemplateHit } from '@prologue/contracts'
import { Show, type JSX } from 'solid-js'
import { MarkedText } from '../../ui/MarkedText.tsx'
import { AverageStars } from '../../ui/Stars.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import { builtInOwner, categoryWords, familyWords, libraryPath, usesWords, visibilityWords } from '../../ui/templateWords.ts'
import styles from './TemplateCard.module.css'

/** As many tags as stand in one row beside the category. */
const tagsShown = 4

/** One template of the library: what it is, what people think of it, whose it is. `pick` is the box to select it by. */
export function TemplateCard(props: {
  hit: TemplateHit
  scope: LibraryScope
  tagPath: (tag: string) => string
  pick?: JSX.Element
  /** What can be done with it at once. */
  act?: JSX.Element
}) {
  const template = () => props.hit.template
  const isOwn = () => props.scope === 'mine' || props.scope === 'deleted'
  const state = () => {
    if (props.scope === 'deleted') return 'Deleted'
    if (template().latestNumber === 0) return 'Not published yet'
    return props.scope === 'mine' || template().visibility !== 'public' ? visibilityWords[template().visibility] : undefined
  }
  return (
    <>
      {props.pick}
      <div class={styles.words}>
        <h3 class={styles.title} dir="auto">
          <Show when={props.scope !== 'deleted'} fallback={<MarkedText marked={props.hit.title} />}>
            <A href={`/templates/${template().slug}`} class={styles.link} data-result>
              <MarkedText marked={props.hit.title} />
            </A>
          </Show>
        </h3>
        <p class={styles.description} dir="auto">
          <MarkedText marked={props.hit.description} />
        </p>
        <p class={styles.meta}>
          <Show when={state()}>{(word) => <span class={styles.state}>{word()}</span>}</Show>
          <Show when={template().ratingCount > 0}>
            <AverageStars average={template().ratingAverage} count={template().ratingCount} />
          </Show>
          <Show when={template().usageCount > 0}>
            <span>{usesWords(template().usageCount)}</span>
          </Show>
          <Show when={!isOwn()}>
            <Show when={template().owner} fallback={<span>by {builtInOwner}</span>}>
              {(owner) => (
                <a href={libraryPath({ author: owner().id })} class={styles.author} dir="auto">
                  <span class="visually-hidden">All </span>by {owner().name}
                </a>
              )}
            </Show>
          </Show>
          <Show when={template().latestNumber > 0}>
            <span>version {template().latestNumber}</span>
          </Show>
          <Show when={isOwn()}>
            <time dateTime={template().updatedAt.toISOString()} title={fullTime(template().updatedAt)}>
              changed {ago(template().updatedAt)}
            </time>
          </Show>
        </p>
        <div class={styles.sorted}>
          <a href={libraryPath({ category: template().category })} class={styles.category}>
            {categoryWords[template().category]}
          </a>
          <Show when={template().family}>{(family) => <span class={styles.family}>for {familyWords[family()]}</span>}</Show>
          <Show when={props.hit.tags.length > 0}>
            <TagList tags={props.hit.tags.map(({ text }) => text)} href={(tag) => props.tagPath(tag)} most={tagsShown}>
              {(tag) => <MarkedText marked={props.hit.tags.find(({ text }) => text === tag) ?? { text: tag, ranges: [] }} />}
            </TagList>
          </Show>
        </div>
      </div>
      {props.act}
    </>
  )
}
