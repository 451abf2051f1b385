import { EditorView } from '@codemirror/view'

const edge = 'clamp(var(--space-2), 4vw, var(--space-6))'
/** As wide as the bar above stands in. */
const gutter = `var(--draft-gutter, ${edge})`

/** The sheet one writes on. Colours come from the page's tokens, so that both themes hold here too. */
export const appearance = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--serif)',
    fontSize: 'var(--text-reading)',
    lineHeight: '1.62',
    overflow: 'auto',
    overscrollBehavior: 'contain',
  },
  '.cm-content': {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '50rem',
    // Room above the first line for the name on a cursor there, and below the last to write on at eye level.
    padding: `var(--space-2) ${edge} 30vh ${gutter}`,
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-faint)', fontStyle: 'normal' },
  '.cm-prompt-heading': { fontWeight: '650' },
  '.cm-prompt-tag': { color: 'var(--accent)', fontFamily: 'var(--mono)', fontSize: '0.8125em', lineHeight: '1' },
  '.cm-prompt-variable': {
    borderRadius: '0.25em',
    backgroundColor: 'var(--accent-wash)',
    color: 'var(--accent)',
    fontFamily: 'var(--mono)',
    fontSize: '0.8125em',
    lineHeight: '1',
    padding: '0.05em 0',
  },
  '.cm-ySelectionCaret': { marginLeft: '-1px', marginRight: '-1px', borderLeftWidth: '1px', borderRightWidth: '1px' },
  '.cm-ySelectionCaretDot': { display: 'none' },
  '.cm-ySelectionInfo': {
    top: '-1.35em',
    left: '-1px',
    padding: '0.15em 0.4em',
    borderRadius: '0.35em 0.35em 0.35em 0',
    color: '#fff',
    fontFamily: 'var(--sans)',
    fontSize: '0.6875rem',
    fontWeight: '600',
    lineHeight: '1.25',
    opacity: '1',
    zIndex: '2',
    pointerEvents: 'none',
  },
})
