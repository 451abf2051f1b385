import BookmarkPlus from 'lucide-solid/icons/bookmark-plus'
import Highlighter from 'lucide-solid/icons/highlighter'
import HistoryIcon from 'lucide-solid/icons/rotate-ccw-clock'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import styles from './HistoryTools.module.css'

/** The draft's buttons for its past: one keeps it as it is, one shows what was kept, one colours the text by who wrote it. */
export function HistoryTools(props: {
  mayKeep: boolean
  coloured: boolean
  onKeep: () => void
  onOpen: () => void
  onColour: (on: boolean) => void
}) {
  return (
    <>
      <Button
        variant="plain"
        size="icon"
        class={styles.switch}
        aria-label="Who wrote what"
        title="Who wrote what"
        aria-pressed={props.coloured}
        onClick={() => props.onColour(!props.coloured)}
      >
        <Highlighter />
      </Button>
      <Show when={props.mayKeep}>
        <Button
          variant="plain"
          size="icon"
          aria-label="Checkpoint"
          title="Checkpoint: keep the draft as it is"
          onClick={() => props.onKeep()}
        >
          <BookmarkPlus />
        </Button>
      </Show>
      <Button variant="plain" size="icon" aria-label="History" title="History" onClick={() => props.onOpen()}>
        <HistoryIcon />
      </Button>
    </>
  )
}
