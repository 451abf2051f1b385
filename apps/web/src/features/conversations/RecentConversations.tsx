import type { ConversationStatus } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ConversationRows } from './ConversationRows.tsx'
import { EmptyShelf } from './EmptyShelf.tsx'
import { ListFilters } from './ListFilters.tsx'
import { createConversationList, type ListFilter } from './queries.ts'
import styles from './RecentConversations.module.css'

const headings: Readonly<Record<ConversationStatus, string>> = {
  active: 'Recent conversations',
  paused: 'Paused conversations',
  completed: 'Completed conversations',
  archived: 'Archived conversations',
}

export function RecentConversations() {
  const [filter, setFilter] = createSignal<ListFilter>({ status: 'active', role: undefined, search: '' })
  const change = (changed: Partial<ListFilter>) => setFilter({ ...filter(), ...changed })
  const list = createConversationList(filter)
  const heading = () => headings[filter().status]
  return (
    <section ref={keepFocus} class={styles.recent} aria-labelledby="recent-heading">
      <div class={styles.top}>
        <h2 id="recent-heading" class={styles.heading}>
          {heading()}
        </h2>
        <ListFilters filter={filter()} onFilter={change} />
      </div>
      <div class={styles.rows}>
        <ConversationRows list={list} label={heading()} empty={<EmptyShelf filter={filter()} onFilter={change} />} />
      </div>
    </section>
  )
}
