import { limits, type Participant, type Person } from '@prologue/contracts'
import { createMemo, createSignal, For, onMount, Show, untrack } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Offer, OfferList } from '../../ui/OfferList.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import { tooLong } from '../../ui/tooLong.ts'
import { WritingBox } from '../../ui/WritingBox.tsx'
import styles from './CommentBox.module.css'
import { createMentionList } from './createMentionList.ts'
import { type Said, toBody } from './mentions.ts'

/** Where a comment is written: "@" offers who takes part, Ctrl or ⌘ with Enter sends, Escape leaves it as it is. */
export function CommentBox(props: {
  label: string
  send: string
  /** What stands before the reason when that failed; else that it was not sent. */
  failed?: string
  text: string
  /** Who is called by name in the text already. */
  mentioned?: readonly Person[]
  participants: readonly Participant[]
  onInput?: (text: string) => void
  onSend: (said: Said) => Promise<void>
  onCancel: () => void
  /** Where Escape does something else than that. */
  onEscape?: () => void
  /** It was open before the page was loaded: the focus stays where it is. */
  quiet?: boolean
}) {
  const [text, setText] = createSignal(untrack(() => props.text))
  const [chosen, setChosen] = createSignal<readonly Person[]>([])
  let field: HTMLTextAreaElement | undefined

  const write = (written: string) => {
    setText(written)
    props.onInput?.(written)
  }
  const list = createMentionList(
    () => field,
    () => props.participants,
    (person, { from, to }) => {
      setChosen((before) => [person, ...before])
      const name = `@${person.name} `
      write(text().slice(0, from) + name + text().slice(to).replace(/^ /u, ''))
      const caret = from + name.length
      if (field) field.value = text()
      field?.setSelectionRange(caret, caret)
      field?.focus()
    },
  )
  const said = createMemo(() => {
    const people = props.participants.map(({ person }) => person)
    return toBody(text(), { people, chosen: [...chosen(), ...(props.mentioned ?? [])] })
  })
  const press = (event: KeyboardEvent) => {
    if (!list.press(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  onMount(() => {
    if (props.quiet) return
    field?.focus()
    field?.setSelectionRange(text().length, text().length)
  })

  return (
    <WritingBox
      ref={(element) => (field = element)}
      label={props.label}
      text={text()}
      onInput={(written) => {
        write(written)
        list.look()
      }}
      send={props.send}
      failed={props.failed ?? 'Not sent.'}
      empty={said().body === ''}
      excess={tooLong(said().body.length, limits.comment)}
      onSend={() => props.onSend(said())}
      onCancel={() => props.onCancel()}
      onEscape={() => (props.onEscape ? props.onEscape() : props.onCancel())}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls={list.offered().length > 0 ? list.offers.id : undefined}
      aria-activedescendant={list.offers.activeOptionId()}
      placeholder="Write a comment. @ mentions somebody."
      onKeyUp={(event) => {
        if (event.key !== 'Escape') list.look()
      }}
      onClick={list.look}
      onBlur={list.close}
      onKeyDown={press}
    >
      <span class="visually-hidden" role="status">
        {list.offered().length > 0 ? `${list.offered().length} can be mentioned. Arrow keys choose, Enter takes one.` : ''}
      </span>
      <Show when={list.offered().length > 0}>
        <OfferList offers={list.offers} label="Who to mention">
          <For each={list.offered()}>
            {(person) => (
              <Offer offers={list.offers} id={person.id}>
                <Avatar person={person} size="small" />
                <PersonName person={person} class={styles.name} />
                <span class={styles.role}>{roleOf(props.participants, person.id)}</span>
              </Offer>
            )}
          </For>
        </OfferList>
      </Show>
    </WritingBox>
  )
}

function roleOf(participants: readonly Participant[], personId: string): string {
  const role = participants.find(({ person }) => person.id === personId)?.role
  return role ? roleWords[role] : ''
}
