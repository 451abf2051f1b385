import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { Button } from './Button.tsx'

/** Puts one of a list before or behind its neighbour. */
export function MoveButtons(props: {
  name: string
  /** At an end of the list there is nowhere further to go. */
  first: boolean
  last: boolean
  class: string | undefined
  onMove: (by: 1 | -1, button: HTMLElement) => void
}) {
  return (
    <>
      <Button
        variant="plain"
        size="icon"
        class={props.class}
        aria-label={`Move ${props.name} up`}
        title="Move up"
        disabled={props.first}
        onClick={(event) => props.onMove(-1, event.currentTarget)}
      >
        <ArrowUp />
      </Button>
      <Button
        variant="plain"
        size="icon"
        class={props.class}
        aria-label={`Move ${props.name} down`}
        title="Move down"
        disabled={props.last}
        onClick={(event) => props.onMove(1, event.currentTarget)}
      >
        <ArrowDown />
      </Button>
    </>
  )
}
