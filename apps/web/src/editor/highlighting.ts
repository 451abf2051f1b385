import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import { readLine, runsRightToLeft } from '../ui/promptLines.ts'

// Said outright: `dir=auto` would also read the name on somebody's cursor in the line.
const rightToLeft = Decoration.line({ attributes: { dir: 'rtl' } })
const heading = Decoration.line({ class: 'cm-prompt-heading' })
const tag = Decoration.mark({ class: 'cm-prompt-tag' })
const variable = Decoration.mark({ class: 'cm-prompt-variable' })

/** Sections and variables of what is in view, by the same reading as in the chat. */
function decorate(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const { from: start, to: end, text } = view.state.doc.lineAt(at)
      const { kind, pieces } = readLine(text)
      if (runsRightToLeft(text)) found.add(start, start, rightToLeft)
      if (kind === 'heading') found.add(start, start, heading)
      if (kind === 'tag') found.add(start, end, tag)
      let offset = start
      for (const piece of kind === 'tag' ? [] : pieces) {
        if (piece.variable) found.add(offset, offset + piece.text.length, variable)
        offset += piece.text.length
      }
      at = end + 1
    }
  }
  return found.finish()
}

export const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
