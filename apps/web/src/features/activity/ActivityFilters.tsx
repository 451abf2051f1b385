import { auditActions, limits } from '@prologue/contracts'
import { createEffect, createSignal, createUniqueId, on, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createSearch } from '../../ui/createSearch.ts'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './ActivityFeed.module.css'
import { actionWords, kindWords } from './activityWords.ts'
import type { ActivityChoice } from './choice.ts'

const actions = [
  { value: '', label: 'Everything' },
  ...auditActions.map((value) => ({ value, label: capital(actionWords[value]) })),
]
const kinds = [
  { value: '', label: 'Any thing' },
  ...Object.entries(kindWords).map(([value, label]) => ({ value, label: capital(label) })),
]

/** What is to be seen of the activity. `name` is of the person chosen, where it is known. */
export function ActivityFilters(props: {
  choice: ActivityChoice
  name: string | undefined
  onChoose: (choice: ActivityChoice) => void
}) {
  const chosen = () => Object.keys(props.choice).length > 0
  const without = (...names: (keyof ActivityChoice)[]): ActivityChoice => {
    const kept: ActivityChoice = { ...props.choice }
    for (const name of names) delete kept[name]
    return kept
  }
  const [typed, setTyped] = createSignal('')
  createEffect(
    on(
      () => props.choice.text ?? '',
      (text) => typed().trim() !== text && setTyped(text),
    ),
  )
  createSearch(typed, (text) => {
    if (text !== (props.choice.text ?? '')) props.onChoose({ ...without('text'), ...(text !== '' && { text }) })
  })
  const chooseAction = (value: string) => {
    const action = auditActions.find((one) => one === value)
    props.onChoose({ ...without('action'), ...(action && { action }) })
  }
  const chooseKind = (value: string) =>
    props.onChoose({ ...without('entityType', 'entityId'), ...(value !== '' && { entityType: value }) })
  return (
    <div class={styles.filters} role="group" aria-label="What is shown">
      <input
        class={styles.find}
        type="search"
        aria-label="Find"
        placeholder="Name, field, address, id…"
        maxLength={limits.activityText}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <PlainSelect label="What was done" value={props.choice.action ?? ''} choices={actions} onChoose={chooseAction} />
      <PlainSelect
        label="Kind of thing"
        value={props.choice.entityType ?? ''}
        choices={
          kinds.some(({ value }) => value === (props.choice.entityType ?? ''))
            ? kinds
            : [...kinds, { value: props.choice.entityType ?? '', label: props.choice.entityType ?? '' }]
        }
        onChoose={chooseKind}
      />
      <Instant
        label="From"
        value={props.choice.from}
        onChoose={(from) => props.onChoose({ ...without('from'), ...(from && { from }) })}
      />
      <Instant
        label="Before"
        value={props.choice.to}
        onChoose={(to) => props.onChoose({ ...without('to'), ...(to && { to }) })}
      />
      <Show when={props.choice.actorId}>
        <Button size="small" onClick={() => props.onChoose(without('actorId'))}>
          By {props.name ?? 'one person'}
          <span aria-hidden="true"> ×</span>
          <span class="visually-hidden">: show everybody again</span>
        </Button>
      </Show>
      <Show when={props.choice.entityId}>
        <Button size="small" onClick={() => props.onChoose(without('entityId'))}>
          One thing
          <span aria-hidden="true"> ×</span>
          <span class="visually-hidden">: show all of its kind again</span>
        </Button>
      </Show>
      <Show when={chosen()}>
        <Button variant="plain" size="small" onClick={() => props.onChoose({})}>
          Show everything
        </Button>
      </Show>
    </div>
  )
}

/** A moment to the minute, in the time of the browser. */
function Instant(props: { label: string; value: Date | undefined; onChoose: (value: Date | undefined) => void }) {
  const id = createUniqueId()
  const [draft, setDraft] = createSignal<string>()
  const written = () => draft() ?? (props.value ? localText(props.value) : '')
  const leave = (text: string) => {
    setDraft(undefined)
    const at = new Date(text)
    props.onChoose(text === '' || Number.isNaN(at.getTime()) ? undefined : at)
  }
  return (
    <span class={styles.instant}>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="datetime-local"
        value={written()}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => leave(event.currentTarget.value)}
      />
    </span>
  )
}

const two = (value: number) => String(value).padStart(2, '0')

function localText(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
