import { createSignal, createUniqueId, type Accessor } from 'solid-js'

/** What is offered below a field while one types there: the focus stays in the field, and one of the list is active. */
export type Offers = {
  /** Of the list. */
  id: string
  optionId: (id: string) => string
  mayTake: (id: string) => boolean
  active: Accessor<string | undefined>
  /** As `aria-activedescendant` of the field. */
  activeOptionId: Accessor<string | undefined>
  /** Begins at the start again. */
  reset: () => void
  take: (id: string) => void
  /** The arrow keys go round the list, Enter takes what is active. True where the key was for the list. */
  press: (event: KeyboardEvent) => boolean
}

export function createOffers(options: {
  /** The ids of what can be taken now; empty while the list is closed. */
  takable: Accessor<readonly string[]>
  /** What is active before an arrow key was pressed: where it is none, Enter is the field's own till then. */
  begin: 'first' | 'none'
  onTake: (id: string) => void
}): Offers {
  const listId = createUniqueId()
  const [reached, setReached] = createSignal<string>()
  const { takable, begin, onTake } = options

  const optionId = (id: string) => `${listId}-${id}`
  const mayTake = (id: string) => takable().includes(id)
  const active = () => takable().find((id) => id === reached()) ?? (begin === 'first' ? takable()[0] : undefined)
  const activeOptionId = () => {
    const id = active()
    return id === undefined ? undefined : optionId(id)
  }
  const take = (id: string) => {
    if (mayTake(id)) onTake(id)
  }
  const step = (by: 1 | -1) => {
    const ids = takable()
    const at = ids.findIndex((id) => id === active())
    const edge = by === 1 ? 0 : -1
    // One below the first is the last one.
    setReached(ids.at(at === -1 ? edge : (at + by) % ids.length))
  }
  const press = (event: KeyboardEvent) => {
    const now = active()
    if (event.isComposing || takable().length === 0) return false
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter' && now !== undefined) take(now)
    else return false
    return true
  }
  return { id: listId, optionId, mayTake, active, activeOptionId, reset: () => setReached(undefined), take, press }
}
