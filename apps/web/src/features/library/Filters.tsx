import { limits, templateCategories, templateFamilies, type LibraryFacets } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { keepFocus } from '../../ui/keepFocus.ts'
import { categoryWords, familyWords } from '../../ui/templateWords.ts'
import type { Choosing } from './createLibraryChoice.ts'
import { FilterGroup, type FilterRow } from './FilterGroup.tsx'
import styles from './Filters.module.css'

/** Tags that are shown before more are asked for. */
const tagsShown = 12
/** Others are chosen by a card of theirs. */
const authorsShown = 8

/** What is found can be narrowed by its category, family, tags and author. Links: each choice is an address. */
export function Filters(props: { choosing: Choosing; facets: LibraryFacets | undefined }) {
  const [allTags, setAllTags] = createSignal(false)
  const choice = () => props.choosing.choice()

  /** Where not all were counted, all there may be, without numbers. */
  const isPartial = (kind: LibraryFacets['partial'][number]) => props.facets?.partial.includes(kind) === true
  const numberIn = (kind: LibraryFacets['partial'][number], count: number | undefined) => (isPartial(kind) ? undefined : count)
  const known = <Value extends string>(
    kind: 'categories' | 'families',
    counted: { value: Value; count: number }[],
    all: readonly Value[],
  ) => {
    const others = isPartial(kind) ? all.filter((one) => !counted.some(({ value }) => value === one)) : []
    return [...counted, ...others.map((value) => ({ value, count: 0 }))]
  }

  const categories = () =>
    props.facets &&
    known('categories', props.facets.categories, templateCategories).map(({ value, count }): FilterRow => {
      const chosen = choice().category === value
      const href = props.choosing.path({ category: chosen ? undefined : value })
      return { id: value, label: categoryWords[value], count: numberIn('categories', count), chosen, href }
    })
  const families = () =>
    props.facets &&
    known('families', props.facets.families, templateFamilies).map(({ value, count }): FilterRow => {
      const chosen = choice().family === value
      const href = props.choosing.path({ family: chosen ? undefined : value })
      return { id: value, label: familyWords[value], count: numberIn('families', count), chosen, href }
    })
  const tags = () => {
    const { facets } = props
    if (!facets) return undefined
    const asked = choice().tags
    const counts = new Map(facets.tags.map(({ value, count }) => [value, count]))
    // With as many as can be asked for at once, only those that are asked for can be taken back.
    const others = asked.length < limits.tagsAsked ? [...counts.keys()].filter((tag) => !asked.includes(tag)) : []
    return [...asked, ...others].map((tag, at): FilterRow => {
      const chosen = at < asked.length
      const left = chosen ? asked.filter((one) => one !== tag) : [...asked, tag]
      return { id: tag, label: tag, count: numberIn('tags', counts.get(tag)), chosen, href: props.choosing.path({ tags: left }) }
    })
  }
  // In lists of one's own there is one.
  const authors = () =>
    choice().scope === 'mine' || choice().scope === 'deleted'
      ? []
      : props.facets?.authors.slice(0, authorsShown).map(({ value, count }): FilterRow => {
          const chosen = choice().authorId === value.id
          return {
            id: value.id,
            label: value.name,
            count: numberIn('authors', count),
            chosen,
            href: props.choosing.path({ authorId: chosen ? undefined : value.id }),
          }
        })
  const hasMore = () => (tags()?.length ?? 0) > tagsShown

  return (
    <nav ref={keepFocus} class={styles.filters} aria-label="Filters">
      <FilterGroup title="Category" rows={categories()} waiting={10} />
      <FilterGroup title="Written for" rows={families()} waiting={3} />
      <FilterGroup title="Tags" rows={allTags() ? tags() : tags()?.slice(0, tagsShown)} waiting={tagsShown} />
      <Show when={hasMore()}>
        <button type="button" class={styles.more} aria-expanded={allTags()} onClick={() => setAllTags(!allTags())}>
          {allTags() ? 'Fewer tags' : 'More tags'}
        </button>
      </Show>
      <FilterGroup title="Author" rows={authors()} waiting={3} />
    </nav>
  )
}
