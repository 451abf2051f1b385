import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'

/** Where a list is empty: what would stand there, and the way to the other one. */
export function EmptyShelf(props: { archived: boolean; onShow: (shelf: 'active' | 'archived') => void }) {
  return (
    <Show
      when={props.archived}
      fallback={
        <>
          <p>No active conversation. What you start is kept here, and so is what others share with you.</p>
          <Button size="small" onClick={() => props.onShow('archived')}>
            Show archived
          </Button>
        </>
      }
    >
      <p>Nothing is archived. What you archive waits here.</p>
      <Button size="small" onClick={() => props.onShow('active')}>
        Show active
      </Button>
    </Show>
  )
}
