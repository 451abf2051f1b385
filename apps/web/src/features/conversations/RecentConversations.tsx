import styles from './RecentConversations.module.css'
import { ConversationRows } from './ConversationRows.tsx'
import { createConversationList } from './queries.ts'

export function RecentConversations() {
  const list = createConversationList(() => ({ status: 'active', search: '' }))
  return (
    <section class={styles.recent} aria-labelledby="recent-heading">
      <h2 id="recent-heading" class={styles.heading}>
        Recent conversations
      </h2>
      <div class={styles.rows}>
        <ConversationRows
          list={list}
          label="Recent conversations"
          empty="None yet. What you start above is kept here, and so is what others share with you."
        />
      </div>
    </section>
  )
}
