import FileUp from 'lucide-solid/icons/file-up'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import type { Source } from './source.ts'
import styles from './SourceForm.module.css'

/** Where a file is dropped or chosen, or a text is pasted. */
export function SourceForm(props: {
  text: string
  onText: (text: string) => void
  fault: string | null
  onSource: (source: Source) => void
  /** So many files were dropped together. */
  onTooMany: (count: number) => void
}) {
  const id = createUniqueId()
  const [over, setOver] = createSignal(false)
  const take = (files: FileList | null | undefined) => {
    const [file, ...more] = files ?? []
    if (!file) return
    if (more.length > 0) props.onTooMany(more.length + 1)
    else props.onSource({ name: file.name, blob: file })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div class={styles.form}>
      <Show when={props.fault}>
        {(fault) => (
          <p class={styles.fault} role="alert">
            {fault()}
          </p>
        )}
      </Show>
      <div
        class={styles.drop}
        data-over={over() ? '' : undefined}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp size={28} />
        <label class={styles.choose} for={id}>
          Choose a file
        </label>
        <input
          id={id}
          class={styles.input}
          type="file"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <p id={`${id}-hint`} class={styles.hint}>
          or drop it here: Prologue JSON, Markdown, prompts.chat CSV, Langfuse, promptfoo, dotprompt, Prompty, GitHub Models,
          LangChain, Open WebUI or SKILL.md
        </p>
      </div>
      <form
        class={styles.paste}
        onSubmit={(event) => {
          event.preventDefault()
          if (props.text.trim() !== '') props.onSource({ name: 'the pasted text', blob: new Blob([props.text]) })
        }}
      >
        <TextArea
          label="Or paste a text"
          hint="A request to OpenAI or Anthropic, or any of the formats above."
          rows={6}
          spellcheck={false}
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={props.text.trim() === ''}>
            Read the text
          </Button>
        </div>
      </form>
    </div>
  )
}
