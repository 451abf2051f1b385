import { limits } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createRename } from './queries.ts'
import styles from './TitleEditor.module.css'

/** The page's heading; who may rename clicks into it. Enter keeps the new title, Escape the old one. */
export function TitleEditor(props: { id: string; title: string; editable: boolean }) {
  const say = useToasts()
  const rename = createRename()
  const [editing, setEditing] = createSignal(false)
  // What is typed stays whatever arrives meanwhile; until something is, the field follows the title.
  const [typed, setTyped] = createSignal<string>()
  let button: HTMLButtonElement | undefined

  const keep = async () => {
    const wanted = typed()?.trim()
    setTyped(undefined)
    setEditing(false)
    if (!wanted || wanted === props.title) return
    try {
      await rename(props.id, wanted)
    } catch (error) {
      say(`The title stays as it was. ${describeFailure(error)}`, { tone: 'bad' })
    }
  }

  const press = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === 'Escape') setTyped(undefined)
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.currentTarget.blur()
    button?.focus()
  }

  return (
    <h1 class={styles.heading}>
      <Show
        when={props.editable}
        fallback={
          <span class={styles.title} dir="auto" title={props.title}>
            {props.title}
          </span>
        }
      >
        <Show
          when={editing()}
          fallback={
            <button
              ref={(element) => (button = element)}
              type="button"
              class={styles.title}
              dir="auto"
              title="Rename"
              onClick={() => setEditing(true)}
            >
              {props.title}
            </button>
          }
        >
          <input
            ref={(input) => queueMicrotask(() => input.select())}
            class={styles.input}
            dir="auto"
            aria-label="Title"
            maxlength={limits.title}
            value={typed() ?? props.title}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={() => void keep()}
          />
        </Show>
      </Show>
    </h1>
  )
}
