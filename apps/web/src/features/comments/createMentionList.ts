import type { Participant, Person } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'
import { createOffers, type Offers } from '../../ui/createOffers.ts'
import { nameBegun, peopleMeant } from './mentions.ts'

export type MentionList = {
  /** Who can be called by what is written behind the @; empty where nobody is being called. */
  offered: Accessor<readonly Person[]>
  /** The same by their ids. */
  offers: Offers
  /** Looks at what is written now. */
  look: () => void
  close: () => void
  /** True where the key was for the list. */
  press: (event: KeyboardEvent) => boolean
}

/** The names that are offered while one writes "@" in a field. `onChoose` puts one in place of what stands between two places. */
export function createMentionList(
  field: () => HTMLTextAreaElement | undefined,
  participants: () => readonly Participant[],
  onChoose: (person: Person, place: { from: number; to: number }) => void,
): MentionList {
  const [begun, setBegun] = createSignal<{ at: number; name: string } | null>(null)
  /** Closed by Escape: it stays away while the same name is written. */
  let closedAt: number | null = null

  const offered = () => {
    const now = begun()
    const people = participants().map(({ person }) => person)
    return now ? peopleMeant(people, now.name) : []
  }
  const offers = createOffers({
    takable: () => offered().map(({ id }) => id),
    begin: 'first',
    onTake(id) {
      const now = begun()
      const person = offered().find((one) => one.id === id)
      if (!now || !person) return
      setBegun(null)
      onChoose(person, { from: now.at, to: now.at + 1 + now.name.length })
    },
  })
  const look = () => {
    const at = field()
    const now = at && at.selectionStart === at.selectionEnd ? nameBegun(at.value, at.selectionStart) : null
    if (now?.at !== closedAt) closedAt = null
    if (now?.name !== begun()?.name) offers.reset()
    setBegun(now?.at === closedAt ? null : now)
  }
  return {
    offered,
    offers,
    look,
    close: () => setBegun(null),
    press(event) {
      const active = offers.active()
      if (active === undefined || event.isComposing || event.ctrlKey || event.metaKey) return false
      if (event.key === 'Tab') offers.take(active)
      else if (event.key === 'Escape') {
        closedAt = begun()?.at ?? null
        setBegun(null)
      } else return offers.press(event)
      return true
    },
  }
}
