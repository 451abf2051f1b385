import type { LibraryScope } from '@prologue/contracts'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Tag from 'lucide-solid/icons/tag'
import Trash from 'lucide-solid/icons/trash'
import X from 'lucide-solid/icons/x'
import { createSignal, Show, type Accessor, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { countWords } from './countWords.ts'
import type { createLibraryActs } from './createLibraryActs.ts'
import type { Selection } from './createSelection.ts'
import styles from './SelectionBar.module.css'
import { TagDialog } from './TagDialog.tsx'

/** What can be done with all that is picked. */
export function SelectionBar(props: {
  scope: LibraryScope
  selection: Selection
  acts: ReturnType<typeof createLibraryActs>
  knownTags: readonly string[]
  /** Takes the picked ones away as files. Made once: what it has opened stays while the list is read again. */
  exporting: (ids: Accessor<readonly string[]>) => JSX.Element
}) {
  const [tagging, setTagging] = createSignal(false)
  const ids = () => props.selection.ids()
  // What comes back by Undo comes back as it was, and is not picked for the next act.
  const withAll = (act: (ids: readonly string[]) => Promise<void>) => {
    const picked = ids()
    props.selection.clear()
    void act(picked)
  }
  return (
    <section class={styles.bar} aria-label="What is selected">
      <Button variant="plain" size="icon" aria-label="Select nothing" onClick={() => props.selection.clear()}>
        <X />
      </Button>
      <p class={styles.count} role="status">
        {countWords(ids().length)} selected
        <Show when={props.selection.full()}>, the most at once</Show>
      </p>
      <div class={styles.acts}>
        <Show when={!props.selection.all()}>
          <Button variant="plain" size="small" onClick={() => props.selection.pickAll()}>
            Select all shown
          </Button>
        </Show>
        <Show
          when={props.scope === 'deleted'}
          fallback={
            <>
              <Button size="small" onClick={() => setTagging(true)}>
                <Tag />
                Tags
              </Button>
              {props.exporting(ids)}
              <Button variant="danger" size="small" onClick={() => withAll(props.acts.remove)}>
                <Trash />
                Delete
              </Button>
            </>
          }
        >
          <Button size="small" onClick={() => withAll(props.acts.restore)}>
            <ArchiveRestore />
            Restore
          </Button>
        </Show>
      </div>
      <TagDialog
        open={tagging()}
        count={ids().length}
        known={props.knownTags}
        onClose={() => setTagging(false)}
        onTag={(tags) => props.acts.tag(ids(), tags)}
      />
    </section>
  )
}
