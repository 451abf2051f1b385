import { createSignal, For, Show, type JSX } from 'solid-js'
import styles from './ComboField.module.css'
import { createOffers } from './createOffers.ts'
import { TextField } from './Field.tsx'
import { Offer, OfferList } from './OfferList.tsx'

export type ComboOption = { id: string; content: JSX.Element; disabled?: boolean }

/**
 * A text field that offers what fits as one types: arrow keys go through the list, Enter takes one, Escape closes it. What is
 * typed stays the field's own; `onChoose` tells which offer was taken.
 */
export function ComboField(props: {
  label: string
  hint?: JSX.Element
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  options: readonly ComboOption[]
  onChoose: (id: string) => void
  /** Said in place of the list, for instance that nothing was found; '' for nothing. */
  note: string
  maxlength?: number
}) {
  const [wanted, setWanted] = createSignal(false)
  const open = () => wanted() && props.options.length > 0
  const takable = () => (open() ? props.options.filter((option) => !option.disabled).map(({ id }) => id) : [])
  const offers = createOffers({
    takable,
    begin: 'none',
    onTake(id) {
      setWanted(false)
      props.onChoose(id)
    },
  })
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setWanted(true)
    if (!offers.press(event)) {
      if (event.key !== 'Escape' || !open()) return
      setWanted(false)
    }
    // Of an Escape as well: a dialog around it leaves alone what was prevented, so that the first one closes the list only.
    event.preventDefault()
  }

  return (
    <div class={styles.combo}>
      <TextField
        label={props.label}
        hint={props.hint}
        error={props.error}
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxlength={props.maxlength}
        aria-expanded={open()}
        aria-controls={open() ? offers.id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={offers.activeOptionId()}
        value={props.value}
        onInput={(event) => {
          setWanted(true)
          offers.reset()
          props.onInput(event.currentTarget.value)
        }}
        onKeyDown={press}
        onBlur={() => setWanted(false)}
      />
      <Show when={open()}>
        <div class={styles.place}>
          <OfferList offers={offers} label={props.label}>
            <For each={props.options}>
              {(option) => (
                <Offer offers={offers} id={option.id}>
                  {option.content}
                </Offer>
              )}
            </For>
          </OfferList>
        </div>
      </Show>
      <p class={styles.note} role="status">
        {wanted() && !open() ? props.note : <span class="visually-hidden">{open() ? found(takable().length) : ''}</span>}
      </p>
    </div>
  )
}

function found(count: number): string {
  return count === 1 ? '1 found. The down arrow goes to it.' : `${count} found. The down arrow goes through them.`
}
