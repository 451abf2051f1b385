import Plus from 'lucide-solid/icons/plus'
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import type { Editing } from './createEditing.ts'
import { typeWords } from './typeWords.ts'
import { VariableItem } from './VariableItem.tsx'
import styles from './VariablesPanel.module.css'

/** What a template asks for: its declarations, and what its text uses without one. */
export function VariablesPanel(props: {
  editing: Editing
  /** Which one is open to be changed; by its key. */
  open: string | undefined
  onOpen: (key: string | undefined) => void
  /** Goes to the first place where the text uses it. */
  onShow: (name: string) => void
}) {
  const [fresh, setFresh] = createSignal<string>()
  const variables = () => props.editing.variables
  const undeclared = () => {
    const declared = new Set(
      variables()
        .rows()
        .map(({ fields }) => fields.name),
    )
    return (props.editing.reading()?.undeclared ?? []).filter(({ name }) => !declared.has(name))
  }
  const rows = createMemo(() =>
    variables()
      .rows()
      .map((row, index) => ({ id: row.key, index, row })),
  )
  const uses = (name: string) => {
    const read = props.editing.reading()
    return read?.uses ? (read.uses.get(name) ?? 0) : undefined
  }
  const add = () => {
    const names = new Set(
      variables()
        .rows()
        .map(({ fields }) => fields.name),
    )
    let name = 'variable'
    for (let count = 2; names.has(name); count++) name = `variable_${count}`
    const [key] = variables().declare([{ name }])
    setFresh(key)
    props.onOpen(key)
  }
  createEffect(() => {
    if (props.open !== fresh()) setFresh(undefined)
  })

  return (
    <div class={styles.panel}>
      <Show when={undeclared().length > 0}>
        <section class={styles.offers} aria-label="Not declared yet">
          <header class={styles.offersHead}>
            <h3 class={styles.heading}>In the text, not declared yet</h3>
            <Show when={undeclared().length > 1}>
              <Button variant="plain" size="small" onClick={() => props.editing.declare(undeclared())}>
                Declare all {undeclared().length}
              </Button>
            </Show>
          </header>
          <ul class={styles.chips}>
            <For each={undeclared()}>
              {(variable) => (
                <li>
                  <button
                    type="button"
                    class={styles.chip}
                    aria-label={`Declare ${variable.name}`}
                    title={`Declare it: ${typeWords[variable.type]}`}
                    onClick={() => props.editing.declare([variable])}
                  >
                    <Plus size={14} />
                    {variable.name}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show
        when={rows().length > 0}
        fallback={
          <Show when={undeclared().length === 0}>
            <p class={styles.empty}>
              A variable is a blank that whoever uses the template fills in. Write <code>{'{{ topic }}'}</code> in the text and
              declare it here with one click, or add one and put it into the text.
            </p>
          </Show>
        }
      >
        <ul class={styles.list} aria-label="Declared variables">
          <ById each={rows()}>
            {(place) => (
              <VariableItem
                row={place().row}
                first={place().index === 0}
                last={place().index === rows().length - 1}
                faults={variables().judged().faults.get(place().index)}
                uses={uses(place().row.fields.name)}
                open={props.open === place().id}
                fresh={fresh() === place().id}
                isTaken={(name) =>
                  variables()
                    .rows()
                    .some(({ key, fields }) => key !== place().id && fields.name === name)
                }
                onToggle={() => props.onOpen(props.open === place().id ? undefined : place().id)}
                onChange={(fields) => variables().change(place().id, fields)}
                onRename={(to) => void props.editing.rename(place().id, place().row.fields.name, to)}
                onMove={(by) => variables().move(place().id, by)}
                onRemove={() => props.editing.remove(place().id)}
                onUse={() => props.editing.use(place().row.fields.name)}
                onShow={() => props.onShow(place().row.fields.name)}
              />
            )}
          </ById>
        </ul>
      </Show>
      <Button size="small" class={styles.add} onClick={add}>
        <Plus />
        Add a variable
      </Button>
    </div>
  )
}
