import { defaultKeymap } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'
import { appearance } from './appearance.ts'
import { highlighting } from './highlighting.ts'

/** What every sheet has that a prompt is written on: how it looks, how lines break, what stands out. */
export const sheet = [
  keymap.of(defaultKeymap),
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  highlighting,
  appearance,
]
