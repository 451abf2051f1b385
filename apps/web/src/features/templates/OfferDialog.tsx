import { limits, type Person } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { createAct } from '../../ui/createAct.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createPersonSearch } from './createPersonSearch.ts'
import styles from './OfferDialog.module.css'
import type { TemplateView } from '../../templateView.ts'

/** Offers a template to somebody with an account, who becomes its owner once they take it. */
export default function OfferDialog(props: { template: TemplateView; onDone: () => void; onClose: () => void }) {
  const say = useToasts()
  const act = createAct()
  const [typed, setTyped] = createSignal('')
  const [chosen, setChosen] = createSignal<Person>()
  const [wrong, setWrong] = createSignal<string>()
  const search = createPersonSearch(typed, () => props.template.owner?.id)

  const choose = (id: string) => {
    const person = search.people().find((one) => one.id === id)
    if (!person) return
    setTyped(person.name)
    setChosen(person)
    setWrong(undefined)
  }
  const offer = async () => {
    const person = chosen()
    if (!person) {
      setWrong('Choose somebody from the list.')
      return
    }
    await api.templateOffers.create.mutate({ templateId: props.template.id, userId: person.id })
    say(`“${props.template.title}” is offered to ${person.name}.`)
    props.onDone()
    props.onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Offer this template"
      description="Whoever takes it becomes its owner: they write on it and say who finds it. Versions keep their authors. You can take the offer back until then."
    >
      <form
        class={styles.form}
        aria-label="Offer"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void act.run(offer)
        }}
      >
        <ComboField
          label="To whom"
          hint={
            props.template.offeredTo
              ? `It is offered to ${props.template.offeredTo.name}; a new offer takes that back.`
              : undefined
          }
          value={typed()}
          error={wrong()}
          options={(chosen() ? [] : search.people()).map((person) => ({
            id: person.id,
            content: (
              <>
                <Avatar person={person} size="small" />
                {person.name}
              </>
            ),
          }))}
          note={chosen() ? '' : search.note()}
          maxlength={limits.name}
          onInput={(value) => {
            setTyped(value)
            setChosen(undefined)
            setWrong(undefined)
          }}
          onChoose={choose}
        />
        <Show when={act.failure()} keyed>
          {(failure) => <FormFailure error={failure} />}
        </Show>
        <div class={styles.buttons}>
          <Button type="submit" variant="primary" busy={act.busy()}>
            Offer
          </Button>
          <Button variant="plain" onClick={() => props.onClose()}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
