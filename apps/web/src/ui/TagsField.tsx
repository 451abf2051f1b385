import { limits } from '@prologue/contracts'
import X from 'lucide-solid/icons/x'
import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import { createOffers } from './createOffers.ts'
import { Offer, OfferList } from './OfferList.tsx'
import { addTags } from './tagWords.ts'
import styles from './TagsField.module.css'

/** As many offers as are read at a glance. */
const offered = 6

/**
 * Tags as one types them: a comma or Enter ends one, a pasted row of them becomes several, Backspace at the start takes the last
 * away. What is left in the field when the focus goes is a tag, too. `known` are offered as they fit.
 */
export function TagsField(props: {
  label: string
  hint?: JSX.Element
  error?: string | undefined
  value: readonly string[]
  known: readonly string[]
  onChange: (tags: readonly string[]) => void
}) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [said, setSaid] = createSignal('')
  let input: HTMLInputElement | undefined

  const full = () => props.value.length >= limits.tags
  const fitting = () => {
    const begun = typed().trim().toLowerCase()
    if (begun === '' || full()) return []
    return props.known.filter((tag) => tag.startsWith(begun) && tag !== begun && !props.value.includes(tag)).slice(0, offered)
  }
  const offers = createOffers({ takable: fitting, begin: 'none', onTake: (tag) => add(tag) })

  const add = (words: string) => {
    const { tags, refused } = addTags(props.value, words)
    const added = tags.slice(props.value.length)
    setTyped('')
    offers.reset()
    setSaid(refused ?? (added.length > 0 ? `Added ${added.join(', ')}.` : ''))
    if (added.length > 0) props.onChange(tags)
  }
  const remove = (tag: string) => {
    setSaid(`Removed ${tag}.`)
    props.onChange(props.value.filter((one) => one !== tag))
    input?.focus()
  }
  const type = (text: string) => {
    if (text.includes(',')) return add(text)
    setSaid('')
    offers.reset()
    setTyped(text)
  }
  const press = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return
    const last = props.value.at(-1)
    if (offers.press(event)) return event.preventDefault()
    if (event.key === 'Enter' && typed().trim() !== '') {
      // The form around it is not sent by the Enter that ends a tag.
      event.preventDefault()
      add(typed())
    } else if (event.key === 'Escape' && typed() !== '') {
      event.preventDefault()
      setTyped('')
    } else if (event.key === 'Backspace' && typed() === '' && last !== undefined) remove(last)
  }

  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      <div class={styles.place}>
        <div
          class={styles.box}
          data-bad={props.error ? '' : undefined}
          onClick={(event) => event.target === event.currentTarget && input?.focus()}
        >
          <Show when={props.value.length > 0}>
            <ul class={styles.tags} aria-label={props.label}>
              <For each={props.value}>
                {(tag) => (
                  <li class={styles.tag} dir="auto">
                    <span class={styles.word}>{tag}</span>
                    <button type="button" class={styles.remove} aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
                      <X size={12} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <input
            ref={(element) => (input = element)}
            id={id}
            class={styles.input}
            role="combobox"
            dir="auto"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="done"
            aria-autocomplete="list"
            aria-expanded={fitting().length > 0}
            aria-controls={fitting().length > 0 ? offers.id : undefined}
            aria-activedescendant={offers.activeOptionId()}
            aria-invalid={props.error ? true : undefined}
            aria-describedby={`${id}-note`}
            value={typed()}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={() => add(typed())}
          />
        </div>
        <Show when={fitting().length > 0}>
          <div class={styles.offers}>
            <OfferList offers={offers} label={`${props.label} that fit`}>
              <For each={fitting()}>
                {(tag) => (
                  <Offer offers={offers} id={tag}>
                    {tag}
                  </Offer>
                )}
              </For>
            </OfferList>
          </div>
        </Show>
      </div>
      <p id={`${id}-note`} class={props.error ? styles.error : styles.hint}>
        {props.error ?? props.hint ?? `A comma or Enter ends a tag; at most ${limits.tags}.`}
      </p>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </div>
  )
}
