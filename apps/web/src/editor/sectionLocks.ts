import { StateEffect, StateField, type Extension, type Range as Ranged } from '@codemirror/state'
import { Decoration, EditorView, keymap, WidgetType, type DecorationSet } from '@codemirror/view'
import { modifierAltWith } from '../ui/keyNames.ts'
import { drawLock } from './drawLock.ts'

/** Where a section begins, how it is called, and whether it keeps what it has. */
export type LockMark = { at: number; section: string; name: string; locked: boolean }

export type LockMarks = {
  marks: readonly LockMark[]
  /** Whether they can be locked and opened here. */
  canLock: boolean
}

const setMarks = StateEffect.define<LockMarks>()
const lockKey = 'K'

/** The lock at the first line of a section; it holds no text. */
class LockWidget extends WidgetType {
  readonly mark: LockMark
  readonly onToggle: ((section: string) => void) | null

  constructor(mark: LockMark, onToggle: ((section: string) => void) | null) {
    super()
    this.mark = mark
    this.onToggle = onToggle
  }

  override eq({ mark, onToggle }: LockWidget): boolean {
    const { section, name, locked } = this.mark
    const isSame = mark.section === section && mark.name === name && mark.locked === locked
    return isSame && (onToggle === null) === (this.onToggle === null)
  }

  override toDOM(): HTMLElement {
    const { section, name, locked } = this.mark
    const { onToggle } = this
    const element = document.createElement(onToggle ? 'button' : 'span')
    element.className = 'cm-lock'
    element.dataset['locked'] = String(locked)
    element.append(drawLock(locked))
    if (element instanceof HTMLButtonElement && onToggle) {
      element.type = 'button'
      // The keys do it from wherever one writes; a stop at each section would stand in the way.
      element.tabIndex = -1
      element.setAttribute('aria-label', `Lock ${name}`)
      element.setAttribute('aria-pressed', String(locked))
      const keys = modifierAltWith(lockKey)
      element.title = locked
        ? `“${name}” is locked: answers leave it as it is. Press to open it (${keys}).`
        : `“${name}” is open: answers may rewrite it. Press to lock it (${keys}).`
      // The selection and the focus stay where they are.
      element.addEventListener('mousedown', (event) => event.preventDefault())
      element.addEventListener('click', () => onToggle(section))
    } else {
      element.setAttribute('role', 'img')
      element.setAttribute('aria-label', `${name} is locked`)
      element.title = `“${name}” is locked: answers leave it as it is.`
    }
    return element
  }

  override ignoreEvent(): boolean {
    return true
  }
}

const line = Decoration.line({ class: 'cm-lock-line' })

/** Locks in the margin at the first line of each section; the keys lock or open the one that is written in. */
export function sectionLocks(onToggle: (section: string) => void): Extension {
  const field = StateField.define<{ decorations: DecorationSet; canLock: boolean }>({
    create: () => ({ decorations: Decoration.none, canLock: false }),
    update(before, transaction) {
      let now = transaction.docChanged ? { ...before, decorations: before.decorations.map(transaction.changes) } : before
      for (const effect of transaction.effects) {
        if (!effect.is(setMarks)) continue
        const { marks, canLock } = effect.value
        now = { canLock, decorations: decorate(marks, canLock, transaction.state.doc.length) }
      }
      return now
    },
    provide: (marks) => EditorView.decorations.from(marks, ({ decorations }) => decorations),
  })
  const decorate = (marks: readonly LockMark[], canLock: boolean, length: number) => {
    const ranges = marks
      // A reader is shown what is locked, and nothing of what is not.
      .filter(({ at, locked }) => at <= length && (locked || canLock))
      .flatMap((mark): Ranged<Decoration>[] => [
        line.range(mark.at),
        Decoration.widget({ widget: new LockWidget(mark, canLock ? onToggle : null), side: -1 }).range(mark.at),
      ])
    return Decoration.set(ranges, true)
  }
  const toggle = (view: EditorView) => {
    const { decorations, canLock } = view.state.field(field)
    let section: string | null = null
    decorations.between(0, view.state.selection.main.head, (_from, _to, { spec }) => {
      const widget: unknown = spec.widget
      if (widget instanceof LockWidget) section = widget.mark.section
    })
    if (section !== null && canLock) onToggle(section)
    return true
  }
  return [field, keymap.of([{ key: `Mod-Alt-${lockKey.toLowerCase()}`, run: toggle, preventDefault: true }]), theme]
}

/** The locks as they stand in the text at this moment; with what is written they move by themselves. */
export function showLocks(view: EditorView, marks: LockMarks): void {
  view.dispatch({ effects: setMarks.of(marks) })
}

const theme = EditorView.theme({
  '.cm-lock-line': { position: 'relative' },
  '.cm-lock': {
    position: 'absolute',
    top: '0.1em',
    right: '100%',
    display: 'grid',
    placeContent: 'center',
    width: '1.5rem',
    height: '1.5rem',
    padding: '0',
    border: '0',
    borderRadius: '0.375rem',
    background: 'none',
    color: 'var(--ink-faint)',
    transition: 'opacity var(--quick)',
  },
  'button.cm-lock': { cursor: 'pointer' },
  'button.cm-lock:hover': { color: 'var(--ink)', backgroundColor: 'var(--hover)' },
  '.cm-lock svg': { width: '0.8125rem', height: '0.8125rem' },
  // What is open says so only to who is about to lock it.
  '.cm-lock[data-locked="false"]': { opacity: '0' },
  '.cm-lock-line:hover .cm-lock, .cm-lock:hover': { opacity: '1' },
})
