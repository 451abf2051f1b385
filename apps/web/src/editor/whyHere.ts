import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import { hovers } from './hovers.ts'

/** Why a sentence stands where it does. */
type Reason = { from: number; to: number; words: string }

/** The reason of what stands at a place of the text; null where there is none to tell. */
export type ReasonAt = (text: string, place: number) => Reason | null

const show = StateEffect.define<Reason | null>()
const restsFor = 450

/**
 * “Why is this here?”: resting on a sentence with the mouse tells it, and a key, or `ask`, tells it of the one that is written in, or
 * closes it. `nothing` is said where there is no reason to tell.
 */
export function whyHere(reasonAt: ReasonAt, nothing: () => string): { extension: Extension; ask: (view: EditorView) => boolean } {
  const field = StateField.define<Reason | null>({
    create: () => null,
    update(before, transaction) {
      for (const effect of transaction.effects) if (effect.is(show)) return effect.value
      // It was asked of one place: whoever goes on has read it.
      return transaction.docChanged || transaction.selection ? null : before
    },
    provide: (reason) => showTooltip.from(reason, (value) => value && tooltipOf(value)),
  })
  const ask = (view: EditorView) => {
    const { state } = view
    const reason = state.field(field) ? null : reasonAt(state.doc.toString(), state.selection.main.head)
    const said = reason?.words ?? nothing()
    const isClosing = state.field(field) !== null
    view.dispatch({
      effects: isClosing
        ? show.of(null)
        : [
            EditorView.scrollIntoView(state.selection.main.head),
            show.of(reason ?? { ...at(state.selection.main.head), words: said }),
            EditorView.announce.of(said),
          ],
    })
    return true
  }
  const close = (view: EditorView) => {
    if (view.state.field(field) === null) return false
    view.dispatch({ effects: show.of(null) })
    return true
  }
  const extension = [
    field,
    hoverTooltip(
      (view, place) => {
        const reason = hovers() ? reasonAt(view.state.doc.toString(), place) : null
        return reason && tooltipOf(reason)
      },
      { hoverTime: restsFor, hideOnChange: true },
    ),
    keymap.of([
      { key: 'Mod-Alt-y', run: ask, preventDefault: true },
      { key: 'Escape', run: close },
    ]),
    theme,
  ]
  return { extension, ask }
}

const at = (place: number) => ({ from: place, to: place })

function tooltipOf({ from, to, words }: Reason): Tooltip {
  return {
    pos: from,
    end: to,
    above: true,
    create() {
      const dom = document.createElement('div')
      dom.className = 'cm-why'
      dom.setAttribute('role', 'tooltip')
      dom.textContent = words
      return { dom }
    },
  }
}

const theme = EditorView.theme({
  '.cm-tooltip.cm-why, .cm-tooltip.cm-tooltip-hover:has(> .cm-why)': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
  },
  '.cm-why': {
    maxWidth: 'min(24rem, 80vw)',
    padding: '0.5rem 0.75rem',
    font: '400 var(--text-control) / 1.45 var(--sans)',
    overflowWrap: 'anywhere',
  },
})
