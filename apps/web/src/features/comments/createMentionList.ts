import type { Participant, Person } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'
import { nameBegun, peopleMeant } from './mentions.ts'

export type MentionList = {
  /** Who can be called by what is written behind the @; empty where nobody is being called. */
  offered: Accessor<readonly Person[]>
  active: Accessor<Person | undefined>
  /** Looks at what is written now. */
  look: () => void
  close: () => void
  /** True where the key was for the list. */
  press: (event: KeyboardEvent) => boolean
  choose: (person: Person) => void
}

/** The names that are offered while one writes "@" in a field. `onChoose` puts one in place of what stands between two places. */
export function createMentionList(
  field: () => HTMLTextAreaElement | undefined,
  participants: () => readonly Participant[],
  onChoose: (person: Person, place: { from: number; to: number }) => void,
): MentionList {
  const [begun, setBegun] = createSignal<{ at: number; name: string } | null>(null)
  const [index, setIndex] = createSignal(0)
  /** Closed by Escape: it stays away while the same name is written. */
  let closedAt: number | null = null

  const offered = () => {
    const now = begun()
    const people = participants().map(({ person }) => person)
    return now ? peopleMeant(people, now.name) : []
  }
  const active = () => offered()[Math.min(index(), offered().length - 1)]
  const look = () => {
    const at = field()
    const now = at && at.selectionStart === at.selectionEnd ? nameBegun(at.value, at.selectionStart) : null
    if (now?.at !== closedAt) closedAt = null
    if (now?.name !== begun()?.name) setIndex(0)
    setBegun(now?.at === closedAt ? null : now)
  }
  const choose = (person: Person) => {
    const now = begun()
    if (!now) return
    setBegun(null)
    onChoose(person, { from: now.at, to: now.at + 1 + now.name.length })
  }
  const step = (by: number) => setIndex((now) => (now + by + offered().length) % offered().length)
  return {
    offered,
    active,
    look,
    choose,
    close: () => setBegun(null),
    press(event) {
      const person = active()
      if (!person || event.isComposing || event.ctrlKey || event.metaKey) return false
      if (event.key === 'ArrowDown') step(1)
      else if (event.key === 'ArrowUp') step(-1)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(person)
      else if (event.key === 'Escape') {
        closedAt = begun()?.at ?? null
        setBegun(null)
      } else return false
      return true
    },
  }
}
