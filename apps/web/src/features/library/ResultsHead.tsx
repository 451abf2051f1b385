import type { LibraryFacets, TemplateSort } from '@prologue/contracts'
import { Show } from 'solid-js'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { sortWords } from '../../ui/templateWords.ts'
import { foundWords } from './choice.ts'
import type { Choosing } from './createLibraryChoice.ts'
import styles from './Results.module.css'

const sorts: readonly TemplateSort[] = ['best-rated', 'most-used', 'trending', 'newest']

/** How many were found, told to who cannot see it, too, and in which order they stand. */
export function ResultsHead(props: { choosing: Choosing; facets: LibraryFacets | undefined }) {
  const choice = () => props.choosing.choice()
  const byMatch = () => choice().text !== ''
  // Without words the best rated come first by themselves.
  const choices = () => [
    ...(byMatch() ? [{ value: 'match', label: 'Best match' }] : []),
    ...sorts.map((value) => ({ value, label: sortWords[value] })),
  ]
  const choose = (value: string) => {
    const sort = sorts.find((one) => one === value)
    props.choosing.choose({ sort: !byMatch() && sort === 'best-rated' ? undefined : sort })
  }
  return (
    <>
      <p class={styles.found} role="status">
        <Show when={props.facets} fallback={<Skeleton width="6rem" height="0.75rem" />}>
          {(facets) => <>{foundWords(facets())}</>}
        </Show>
      </p>
      <PlainSelect
        label="Sort by"
        value={choice().sort ?? (byMatch() ? 'match' : 'best-rated')}
        choices={choices()}
        onChoose={choose}
      />
    </>
  )
}
