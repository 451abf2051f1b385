import { limits, type TemplateHit } from '@prologue/contracts'
import ListFilter from 'lucide-solid/icons/list-filter'
import { createEffect, createSignal, createUniqueId, on, Show, type Accessor, type JSX } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ChosenFilters } from './ChosenFilters.tsx'
import { pathOf } from './choice.ts'
import { createFavouriting } from './createFavouriting.ts'
import { createLibraryActs } from './createLibraryActs.ts'
import { createLibraryChoice } from './createLibraryChoice.ts'
import { createSelection } from './createSelection.ts'
import { FavouriteButton } from './FavouriteButton.tsx'
import { Filters } from './Filters.tsx'
import styles from './Library.module.css'
import { NothingFound } from './NothingFound.tsx'
import { PickBox } from './PickBox.tsx'
import { createFacets, createHits } from './queries.ts'
import { focusFirst } from './resultKeys.ts'
import { Results } from './Results.tsx'
import { ResultsHead } from './ResultsHead.tsx'
import { ScopeLinks } from './ScopeLinks.tsx'
import { SearchField } from './SearchField.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { SignInNote } from './SignInNote.tsx'
import { TemplateCard } from './TemplateCard.tsx'

/** The library: searched as one types, narrowed by filters, in lists of everybody's and of one's own. */
export function Library(props: {
  /** Takes templates away as files. */
  exporting: (ids: Accessor<readonly string[]>) => JSX.Element
}) {
  const session = useSession()
  const choosing = createLibraryChoice()
  const { choice } = choosing
  const scope = () => choice().scope
  const isOpen = () => scope() === 'public' || session.account() !== null
  const found = createHits(choice, isOpen)
  const facets = createFacets(choice, isOpen)
  const acts = createLibraryActs()
  const setFavourite = createFavouriting()
  const isOwn = () => scope() === 'mine' || scope() === 'deleted'
  const selection = createSelection(() => (isOwn() ? (found.hits() ?? []).map(({ template }) => template.id) : []))
  const author = () =>
    found.hits()?.find(({ template }) => template.owner?.id === choice().authorId)?.template.owner?.name ??
    facets()?.authors.find(({ value }) => value.id === choice().authorId)?.value.name
  const [filtersOpen, setFiltersOpen] = createSignal(false)
  const id = createUniqueId()
  let top: HTMLElement | undefined
  let search: HTMLElement | undefined
  let list: HTMLElement | undefined

  // Another choice is read from its beginning.
  createEffect(
    on(
      () => pathOf(choice()),
      () => {
        if (top && top.getBoundingClientRect().top < 0) top.scrollIntoView()
      },
      { defer: true },
    ),
  )

  const card = (hit: () => TemplateHit) => (
    <TemplateCard
      hit={hit()}
      scope={scope()}
      tagPath={(tag) => choosing.path({ tags: [...new Set([...choice().tags, tag])].slice(-limits.tagsAsked) })}
      pick={
        <Show when={isOwn()}>
          <PickBox
            title={hit().template.title}
            picked={selection.has(hit().template.id)}
            result={scope() === 'deleted'}
            onPick={(picked, range) => selection.pick(hit().template.id, picked, range)}
          />
        </Show>
      }
      act={
        <Show when={session.account() !== null && scope() !== 'deleted' && hit().template.latestNumber > 0}>
          <FavouriteButton hit={hit()} onSet={() => void setFavourite(hit())} />
        </Show>
      }
    />
  )

  return (
    <div class={styles.library} ref={(element) => (top = element)}>
      <div class={styles.search} ref={(element) => (search = element)}>
        <SearchField
          text={choice().text}
          onLook={(text, options) => choosing.choose({ text }, options)}
          onDown={() => list && focusFirst(list)}
        />
      </div>
      <div class={styles.scopes}>
        <ScopeLinks scope={scope()} text={choice().text} all={session.account() !== null || scope() !== 'public'} />
      </div>
      <aside class={styles.side} id={`${id}-filters`} data-open={filtersOpen() ? '' : undefined}>
        <Filters choosing={choosing} facets={facets()} />
      </aside>
      <section ref={keepFocus} class={styles.found} aria-labelledby={`${id}-heading`}>
        <h2 id={`${id}-heading`} class="visually-hidden">
          What was found
        </h2>
        <div class={styles.head} data-selecting={selection.ids().length > 0 ? '' : undefined}>
          <Show
            when={selection.ids().length > 0}
            fallback={
              <>
                <Button
                  variant="plain"
                  size="small"
                  class={styles.open}
                  aria-expanded={filtersOpen()}
                  aria-controls={`${id}-filters`}
                  onClick={() => setFiltersOpen(!filtersOpen())}
                >
                  <ListFilter />
                  Filters
                </Button>
                <ResultsHead choosing={choosing} facets={facets()} />
              </>
            }
          >
            <SelectionBar
              scope={scope()}
              selection={selection}
              acts={acts}
              knownTags={facets()?.tags.map(({ value }) => value) ?? []}
              exporting={props.exporting}
            />
          </Show>
        </div>
        <ChosenFilters choosing={choosing} author={author()} />
        <Show when={session.state() !== 'known' || isOpen()} fallback={<SignInNote />}>
          <Results
            found={found}
            name={pathOf(choice())}
            card={card}
            picked={selection.has}
            empty={<NothingFound choosing={choosing} />}
            onUp={() => search?.querySelector('input')?.focus()}
            ref={(element) => (list = element)}
          />
        </Show>
      </section>
    </div>
  )
}
