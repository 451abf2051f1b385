import BookmarkPlus from 'lucide-solid/icons/bookmark-plus'
import Highlighter from 'lucide-solid/icons/highlighter'
import HistoryIcon from 'lucide-solid/icons/rotate-ccw-clock'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
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
        class={`${styles.switch} ${styles.wide}`}
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
          class={styles.wide}
          aria-label="Checkpoint"
          title="Checkpoint: keep the draft as it is"
          onClick={() => props.onKeep()}
        >
          <BookmarkPlus />
        </Button>
      </Show>
      <Button variant="plain" size="icon" class={styles.wide} aria-label="History" title="History" onClick={() => props.onOpen()}>
        <HistoryIcon />
      </Button>
      <Menu class={`${styles.switch} ${styles.narrow}`} label="History and authors" trigger={<HistoryIcon />}>
        <MenuItem onSelect={() => props.onOpen()}>
          <HistoryIcon />
          History
        </MenuItem>
        <Show when={props.mayKeep}>
          <MenuItem onSelect={() => props.onKeep()}>
            <BookmarkPlus />
            Checkpoint
          </MenuItem>
        </Show>
        <MenuItem onSelect={() => props.onColour(!props.coloured)}>
          <Highlighter />
          {props.coloured ? 'Stop showing who wrote what' : 'Who wrote what'}
        </MenuItem>
      </Menu>
    </>
  )
}
