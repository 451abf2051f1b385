import ChevronRight from 'lucide-solid/icons/chevron-right'
import Trash from 'lucide-solid/icons/trash'
import { createUniqueId, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { MoveButtons } from '../../ui/MoveButtons.tsx'
import type { VariableRow } from './createVariables.ts'
import type { FieldFaults } from './judgeVariables.ts'
import { typeWords } from './typeWords.ts'
import type { VariableFields } from './variableFields.ts'
import { VariableForm } from './VariableForm.tsx'
import styles from './VariableItem.module.css'

export function VariableItem(props: {
  row: VariableRow
  first: boolean
  last: boolean
  faults: FieldFaults | undefined
  /** How often the text uses it; undefined where nobody knows. */
  uses: number | undefined
  open: boolean
  /** It was added just now: its name is to be typed. */
  fresh: boolean
  isTaken: (name: string) => boolean
  onToggle: () => void
  onChange: (fields: Partial<VariableFields>) => void
  onRename: (to: string) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  onUse: () => void
  onShow: () => void
}) {
  const id = createUniqueId()
  const name = () => props.row.fields.name
  // The row is put elsewhere in the document, and what had the focus loses it.
  const move = (by: 1 | -1, button: HTMLElement) => {
    props.onMove(by)
    const tool = button.matches(':disabled') ? button.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') : button
    tool?.focus()
  }
  return (
    <li class={styles.item} data-open={props.open ? '' : undefined}>
      <div class={styles.row}>
        <button
          type="button"
          class={styles.toggle}
          aria-expanded={props.open}
          aria-controls={props.open ? id : undefined}
          onClick={() => props.onToggle()}
        >
          <ChevronRight size={14} class={styles.arrow ?? ''} />
          <span class={styles.name}>{name()}</span>
          <span class={styles.type}>{typeWords[props.row.fields.type]}</span>
        </button>
        <Show
          when={props.faults}
          fallback={
            <Show when={props.uses === 0}>
              <span class={styles.mark}>Not used</span>
            </Show>
          }
        >
          <span class={styles.mark} data-bad="">
            Incomplete
          </span>
        </Show>
        <div class={styles.tools}>
          <MoveButtons name={name()} first={props.first} last={props.last} class={styles.tool} onMove={move} />
          <Button
            variant="plain"
            size="icon"
            class={styles.tool}
            aria-label={`Remove ${name()}`}
            title="Remove"
            onClick={() => props.onRemove()}
          >
            <Trash />
          </Button>
        </div>
      </div>
      <Show when={props.open}>
        <div id={id} class={styles.form}>
          <VariableForm
            fields={props.row.fields}
            faults={props.faults ?? {}}
            fresh={props.fresh}
            isTaken={(wanted) => props.isTaken(wanted)}
            onChange={(fields) => props.onChange(fields)}
            onRename={(to) => props.onRename(to)}
          />
          <div class={styles.ways}>
            <Button size="small" onClick={() => props.onUse()}>
              Put into the text
            </Button>
            <Show when={(props.uses ?? 0) > 0}>
              <Button variant="plain" size="small" onClick={() => props.onShow()}>
                Show in the text ({props.uses})
              </Button>
            </Show>
          </div>
        </div>
      </Show>
    </li>
  )
}
