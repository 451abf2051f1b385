import { limits } from '@prologue/contracts'
import Search from 'lucide-solid/icons/search'
import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import { createSearch } from '../../ui/createSearch.ts'
import styles from './SearchField.module.css'

/** Looks as one types. The first letters of a search are a step that Back returns from, those after them are not. */
export function SearchField(props: {
  text: string
  onLook: (text: string, options: { replace: boolean }) => void
  /** The arrow down leads to what was found. */
  onDown: () => void
}) {
  const [typed, setTyped] = createSignal(untrack(() => props.text))
  let input: HTMLInputElement | undefined
  let looked = untrack(() => props.text)
  let typing = false

  const look = (text: string) => {
    if (text === looked) return
    looked = text
    props.onLook(text, { replace: typing })
    typing = true
  }
  createSearch(typed, look)
  // The address changed by itself, as with Back: the field follows. What comes of typing is not written over what is typed since.
  createEffect(() => {
    if (props.text === looked) return
    looked = props.text
    setTyped(props.text)
  })

  const press = (event: KeyboardEvent) => {
    const writes = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null
    if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('[role="dialog"], [role="menu"]')) return
    event.preventDefault()
    input?.focus()
    input?.select()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))

  return (
    <form
      class={styles.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        look(typed().trim())
      }}
    >
      <Search size={18} />
      <input
        ref={(element) => (input = element)}
        class={styles.input}
        type="search"
        dir="auto"
        aria-label="Search templates"
        aria-keyshortcuts="/"
        placeholder="Search titles, descriptions, tags"
        autocomplete="off"
        spellcheck={false}
        maxlength={limits.search}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => (typing = false)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.isComposing) return
          event.preventDefault()
          props.onDown()
        }}
      />
      <kbd class={styles.key} aria-hidden="true">
        /
      </kbd>
    </form>
  )
}
