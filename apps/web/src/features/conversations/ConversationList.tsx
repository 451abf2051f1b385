import { A } from '@solidjs/router'
import type { ConversationStatus } from '@prologue/contracts'
import PenLine from 'lucide-solid/icons/pen-line'
import Search from 'lucide-solid/icons/search'
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { Choices } from '../../ui/Choices.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Wordmark } from '../../ui/Wordmark.tsx'
import styles from './ConversationList.module.css'
import { ConversationRows } from './ConversationRows.tsx'
import { EmptyShelf } from './EmptyShelf.tsx'
import { createConversationList } from './queries.ts'

type Shelf = Extract<ConversationStatus, 'active' | 'archived'>
const shelves: readonly { value: Shelf; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
]

/** The left column: every conversation one takes part in, searched as one types. */
export function ConversationList(props: { onOpen?: () => void; hideWordmark?: boolean }) {
  const [typed, setTyped] = createSignal('')
  const [search, setSearch] = createSignal('')
  const [shelf, setShelf] = createSignal<Shelf>('active')
  const list = createConversationList(() => ({ status: shelf(), search: search() }))

  createEffect(() => {
    const wanted = typed().trim()
    const timer = setTimeout(() => setSearch(wanted), 180)
    onCleanup(() => clearTimeout(timer))
  })

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
        <Choices legend="Which conversations" hideLegend value={shelf()} choices={shelves} onChoose={setShelf} />
      </div>
      <div ref={keepFocus} class={styles.rows}>
        <ConversationRows
          list={list}
          label="Conversations"
          empty={
            <Show when={!search()} fallback={`No conversation here is called “${search()}”.`}>
              <EmptyShelf archived={shelf() === 'archived'} onShow={setShelf} />
            </Show>
          }
          onOpen={() => props.onOpen?.()}
        />
      </div>
    </div>
  )
}
