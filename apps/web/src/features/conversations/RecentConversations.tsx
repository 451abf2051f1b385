import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ConversationRows } from './ConversationRows.tsx'
import { EmptyShelf } from './EmptyShelf.tsx'
import { createConversationList } from './queries.ts'
import styles from './RecentConversations.module.css'

export function RecentConversations() {
  const [shelf, setShelf] = createSignal<'active' | 'archived'>('active')
  const list = createConversationList(() => ({ status: shelf(), search: '' }))
  const archived = () => shelf() === 'archived'
  const heading = () => (archived() ? 'Archived conversations' : 'Recent conversations')
  const hasRows = () => !list.isPending && list.data?.pages.some((page) => page.items.length > 0)
  return (
    <section ref={keepFocus} class={styles.recent} aria-labelledby="recent-heading">
      <h2 id="recent-heading" class={styles.heading}>
        {heading()}
      </h2>
      <div class={styles.rows}>
        <ConversationRows list={list} label={heading()} empty={<EmptyShelf archived={archived()} onShow={setShelf} />} />
      </div>
      <Show when={archived() && hasRows()}>
        <Button variant="plain" size="small" class={styles.back} onClick={() => setShelf('active')}>
          Show active
        </Button>
      </Show>
    </section>
  )
}
