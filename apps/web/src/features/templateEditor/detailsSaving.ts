import { descriptionSchema, limits, titleSchema, type TemplateSummary } from '@prologue/contracts'
import { createSignal, untrack, type Accessor } from 'solid-js'
import { isPassing, unsavedState, type SavingState } from './savingState.ts'

const names = ['title', 'description', 'category', 'tags', 'family', 'visibility'] as const
type Name = (typeof names)[number]
export type Details = Pick<TemplateSummary, Name>

const pause = 900
const retryAfter = 5_000

/** What could not be saved before its editor was left, by template and person: it stands there when they are back. */
const leftUnsaved = new Map<string, { changed: Partial<Details>; shown: Partial<Details> }>()

/** What is said of a template, saved a moment after it was changed. A field that cannot be sent as it stands waits, and holds back no other. */
export function createDetailsSaving(options: {
  place: { templateId: string; personId: string }
  /** What the server has. */
  saved: Accessor<Details>
  send: (fields: Partial<Details>, was: Partial<Details>[]) => Promise<unknown>
  /** It was refused, and waiting does not help. */
  onRefused: (error: unknown) => void
}) {
  const { saved, send } = options
  const place = `${options.place.templateId} ${options.place.personId}`
  const left = leftUnsaved.get(place)
  const [changed, setChanged] = createSignal<Partial<Details>>(left?.changed ?? {})
  /** What each field said when it was changed. If it says something else by now, another window wrote that. */
  let shown: Partial<Details> = left?.shown ?? {}
  /** What was sent and may have been stored, though no answer came. */
  let unanswered: Partial<Details>[] = []
  leftUnsaved.delete(place)
  const [failure, setFailure] = createSignal<unknown>(null)
  let running: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLeft = false

  const now = (): Details => ({ ...saved(), ...changed() })
  const faults = (): Partial<Record<Name, string | undefined>> => ({
    title: titleSchema.safeParse(now().title).error?.issues[0]?.message,
    description: descriptionSchema.safeParse(now().description).error?.issues[0]?.message,
  })
  const sendable = () => {
    const wrong = faults()
    return pick(changed(), (name) => wrong[name] === undefined)
  }
  const isSaved = () => isNothing(changed())

  const plan = (after: number) => {
    clearTimeout(timer)
    if (!isLeft) timer = setTimeout(() => void saveNow(), after)
  }
  const run = async (): Promise<boolean> => {
    clearTimeout(timer)
    let refused: unknown = null
    // What was changed meanwhile goes after it.
    for (let sent = sendable(); !isNothing(sent); sent = sendable()) {
      try {
        await send(
          sent,
          [shown, ...unanswered].map((state) => pick(state, (name) => sent[name] !== undefined)),
        )
        const now = changed()
        setChanged(pick(now, (name) => now[name] !== sent[name]))
        shown = { ...shown, ...sent }
        unanswered = []
      } catch (error) {
        setFailure(error)
        if (isPassing(error)) {
          unanswered = [...unanswered, sent].slice(1 - limits.sentBefore)
          plan(retryAfter)
          return false
        }
        refused = error
        if (!isLeft) options.onRefused(error)
        if (sent.visibility === undefined) break
        // Who finds it is as it was, and the rest may be fine without it.
        setChanged(pick(changed(), (name) => name !== 'visibility'))
      }
    }
    setFailure(refused)
    return isSaved() && refused === null
  }
  /** Saves at once; answers whether all of it is saved then, also what was on its way already. */
  const saveNow = (): Promise<boolean> => (running ??= run().finally(() => (running = null)))

  if (!untrack(isSaved)) plan(0)
  return {
    now,
    faults,
    /** What the last try failed with. */
    failure,
    isSaved,
    saveNow,
    change(fields: Partial<Details>, at: 'once' | 'soon' = 'once') {
      // Who changes it once more after it was refused has seen what it says now.
      const isRefused = failure() !== null && !isPassing(failure())
      const before = changed()
      shown = { ...shown, ...pick(saved(), (name) => fields[name] !== undefined && (isRefused || before[name] === undefined)) }
      setChanged({ ...before, ...fields })
      plan(at === 'once' ? 0 : pause)
    },
    /** Tries a last time. What cannot be saved is kept until its editor is opened again; answers whether there is such. */
    leave: async (): Promise<boolean> => {
      isLeft = true
      await saveNow()
      if (isSaved()) return false
      leftUnsaved.set(place, { changed: changed(), shown })
      return true
    },
    state: (): SavingState => (isSaved() ? 'saved' : isNothing(sendable()) ? 'unsendable' : unsavedState(failure())),
  }
}

function pick(fields: Partial<Details>, isPicked: (name: Name) => boolean): Partial<Details> {
  const picked = names.filter((name) => fields[name] !== undefined && isPicked(name))
  return Object.fromEntries(picked.map((name) => [name, fields[name]]))
}

function isNothing(fields: Partial<Details>): boolean {
  return Object.keys(fields).length === 0
}
