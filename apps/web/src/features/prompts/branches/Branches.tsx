import type { Prompt } from '@prologue/contracts'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { Show } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import styles from './Branches.module.css'

/** Which of all answers to one message this is, and the way to those beside it: “‹ 2 of 3 ›”. */
export function Branches(props: { prompt: Prompt; mayChoose: boolean; onChoose: (id: string) => void }) {
  const place = () => props.prompt.branches.indexOf(props.prompt.id)
  const go = (step: 1 | -1) => {
    const id = props.prompt.branches[place() + step]
    if (id !== undefined) props.onChoose(id)
  }
  const words = () => `${place() + 1} of ${props.prompt.branches.length}`
  return (
    <Show when={props.prompt.branches.length > 1}>
      <div class={styles.branches} role="group" aria-label="Answers to this message">
        <Show when={props.mayChoose}>
          <Button
            variant="plain"
            size="small"
            aria-label="The answer before"
            title="The answer before"
            disabled={place() <= 0}
            onClick={() => go(-1)}
          >
            <ChevronLeft />
          </Button>
        </Show>
        <span class={styles.words}>
          <span class="visually-hidden">Answer </span>
          {words()}
        </span>
        <Show when={props.mayChoose}>
          <Button
            variant="plain"
            size="small"
            aria-label="The answer after"
            title="The answer after"
            disabled={place() >= props.prompt.branches.length - 1}
            onClick={() => go(1)}
          >
            <ChevronRight />
          </Button>
        </Show>
      </div>
    </Show>
  )
}
