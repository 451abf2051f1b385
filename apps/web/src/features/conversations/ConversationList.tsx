import { A } from '@solidjs/router'
import PenLine from 'lucide-solid/icons/pen-line'
import Search from 'lucide-solid/icons/search'
import { createSignal } from 'solid-js'
import { createSearch } from '../../ui/createSearch.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Wordmark } from '../../ui/Wordmark.tsx'
import styles from './ConversationList.module.css'
import { ConversationRows } from './ConversationRows.tsx'
import { EmptyShelf } from './EmptyShelf.tsx'
import { ListFilters } from './ListFilters.tsx'
import { createConversationList, type ListFilter } from './queries.ts'

/** The left column: every conversation one takes part in, searched as one types. */
export function ConversationList(props: { onOpen?: () => void; hideWordmark?: boolean }) {
  const [typed, setTyped] = createSignal('')
  const [filter, setFilter] = createSignal<ListFilter>({ status: 'active', role: undefined, search: '' })
  const change = (changed: Partial<ListFilter>) => setFilter({ ...filter(), ...changed })
  const list = createConversationList(filter)
  createSearch(typed, (search) => search !== filter().search && change({ search }))

  return (
    <div class={styles.list}>
      <div class={styles.top} hidden={props.hideWordmark}>
        <Wordmark />
      </div>
      <div class={styles.tools}>
        <A href="/" class={styles.fresh} onClick={() => props.onOpen?.()}>
          <PenLine size={16} />
          New conversation
        </A>
        <div class={styles.search}>
          <Search size={16} />
          <input
            class={styles.input}
            type="search"
            dir="auto"
            aria-label="Search conversations"
            placeholder="Search"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <ListFilters filter={filter()} onFilter={change} />
      </div>
      <div ref={keepFocus} class={styles.rows}>
        <ConversationRows
          list={list}
          label="Conversations"
          empty={<EmptyShelf filter={filter()} onFilter={change} />}
          onOpen={() => props.onOpen?.()}
        />
      </div>
    </div>
  )
}
