import { deletedKinds, type DeletedItem, type DeletedKind } from '@prologue/contracts'
import { useSearchParams } from '@solidjs/router'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { For, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import { dateOnly, fullTime } from '../../ui/time.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createDeletedCalls, createDeletedList } from './deletedList.ts'
import styles from './List.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import row from './Row.module.css'

const kinds: readonly { value: DeletedKind; label: string }[] = [
  { value: 'conversation', label: 'Conversations' },
  { value: 'template', label: 'Templates' },
]

/** What people deleted and nobody has purged yet. */
export function DeletedList() {
  const [query, setQuery] = useSearchParams()
  const kind = () => deletedKinds.find((one) => one === query.kind) ?? 'conversation'
  const list = createDeletedList(kind)
  const failure = createFailure(list)
  const calls = createDeletedCalls()
  const act = createAct()
  const say = useToasts()
  const items = () => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))
  const attempt = async (work: () => Promise<void>, done: string) => {
    await act.run(work)
    const refused = act.failure()
    say(refused ? describeFailure(refused) : done, { tone: refused ? 'bad' : 'plain' })
  }
  return (
    <div class={styles.list}>
      <PlainSelect label="Kind" value={kind()} choices={kinds} onChoose={(chosen) => setQuery({ kind: chosen })} />
      <ListFrame
        noun="deleted things"
        items={items()}
        failure={failure()}
        onRetry={() => void list.refetch()}
        waiting={<ListSkeleton label="Reading what was deleted" />}
        empty="Nothing of this kind is deleted."
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
      >
        {(rows) => (
          <ul ref={keepFocus} class={styles.rows} aria-label="Deleted">
            <For each={rows()}>
              {(item) => (
                <DeletedRow
                  item={item}
                  busy={act.busy()}
                  onBack={() => void attempt(() => calls.bringBack(item), 'It is back where it was.')}
                  onPurge={() => void attempt(() => calls.purge(item), 'It is gone for good.')}
                />
              )}
            </For>
          </ul>
        )}
      </ListFrame>
    </div>
  )
}

function DeletedRow(props: { item: DeletedItem; busy: boolean; onBack: () => void; onPurge: () => void }) {
  const name = () => props.item.title ?? (props.item.kind === 'template' ? 'A template' : 'A conversation')
  const owner = () => props.item.owner?.name ?? 'the program'
  return (
    <li class={row.row} aria-label={`${name()} of ${owner()}`}>
      <div class={row.words}>
        <p class={row.name} dir="auto">
          {name()}
        </p>
        <p class={row.meta}>
          of {owner()} · deleted{' '}
          <time dateTime={props.item.deletedAt.toISOString()} title={fullTime(props.item.deletedAt)}>
            {dateOnly(props.item.deletedAt)}
          </time>{' '}
          · gone for good after {dateOnly(props.item.purgedAfter)}
        </p>
        <Show when={props.item.title === null}>
          <p class={row.meta}>What it is called and holds is for its own people alone.</p>
        </Show>
      </div>
      <div class={row.acts}>
        <Button size="small" aria-disabled={props.busy || undefined} onClick={() => props.onBack()}>
          Bring back
        </Button>
        <Menu label={`More about ${name()}`} trigger={<Ellipsis />}>
          <MenuItem onSelect={() => props.onPurge()} really="Really purge: nobody can take that back">
            Purge now
          </MenuItem>
        </Menu>
      </div>
    </li>
  )
}
