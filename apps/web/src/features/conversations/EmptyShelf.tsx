import type { ConversationStatus } from '@prologue/contracts'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import type { ListFilter } from './queries.ts'
import { statusWords } from './statusWords.ts'

const words: Readonly<Record<ConversationStatus, string>> = {
  active: 'No active conversation. What you start is kept here, and so is what others share with you.',
  paused: 'Nothing is paused. A paused conversation can be read, and nobody writes in it until it is active again.',
  completed: 'Nothing is completed. What is done waits here to be read.',
  archived: 'Nothing is archived. What you archive waits here.',
}

/** Where a list is empty: what would stand there, and the way to where something may be. */
export function EmptyShelf(props: { filter: ListFilter; onFilter: (change: Partial<ListFilter>) => void }) {
  const word = () => statusWords[props.filter.status].word
  const side = () =>
    props.filter.role === 'mine'
      ? `You have no ${word()} conversation of your own.`
      : `No ${word()} conversation is shared with you.`
  return (
    <>
      <p>
        <Show
          when={props.filter.search}
          fallback={
            <Show when={props.filter.role} fallback={words[props.filter.status]}>
              {side()}
            </Show>
          }
        >
          {(search) => `No ${word()} conversation here is called “${search()}”.`}
        </Show>
      </p>
      <Show when={props.filter.role}>
        <Button size="small" onClick={() => props.onFilter({ role: undefined })}>
          Show all owners
        </Button>
      </Show>
      <Show when={!props.filter.role && props.filter.status !== 'active'}>
        <Button size="small" onClick={() => props.onFilter({ status: 'active' })}>
          Show active
        </Button>
      </Show>
    </>
  )
}
