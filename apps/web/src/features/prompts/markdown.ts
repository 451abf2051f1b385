import DOMPurify from 'dompurify'
import { Marked } from 'marked'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/gu, (character) => escapes[character] ?? '')

// Tags that people write are part of what they say (prompts are full of them): they are shown, not obeyed. Pictures stay away altogether.
const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text }) => escape(text),
  },
})

/** Each of these runs the way its own words do. */
const blocks = new Set(['P', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'TH', 'TD'])

const purifier = DOMPurify()
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (blocks.has(node.tagName)) node.setAttribute('dir', 'auto')
  if (node.tagName !== 'A') return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
})

const tags = 'a p br strong em del code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr table thead tbody tr th td'.split(' ')

/** Markdown as elements that can do nothing: no scripts, no pictures, links to the web and to mail only. */
export function renderMarkdown(text: string): DocumentFragment {
  return purifier.sanitize(marked.parse(text, { async: false }), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/iu,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
}
