import DOMPurify from 'dompurify'
import { Marked } from 'marked'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/gu, (character) => escapes[character] ?? '')

// Tags that people write are part of what they say (prompts are full of them): they are shown, not obeyed. Pictures stay away altogether.
const marked = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    // The library looks for the end of each stroke in all that follows, which takes minutes of a long text full of them.
    del(source) {
      const [raw, text] = /^~~(?=\S)([^~\n]{1,500})~~/u.exec(source) ?? []
      return raw && text ? { type: 'del', raw, text, tokens: this.lexer.inlineTokens(text) } : undefined
    },
  },
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

/** Above this, in characters, a text is a document: reading it as markdown would hold up everybody who looks at it. */
const longest = 50_000
/** Deeper quotes are made to break what reads them. */
const deepQuote = /^[ \t]*(?:>[ \t]*){20}/mu

/**
 * Markdown as elements that can do nothing: no scripts, no pictures, links to the web and to mail only. What is too long or too
 * deep to be read so is set as it is.
 */
export function renderMarkdown(text: string): DocumentFragment {
  const html = text.length > longest || deepQuote.test(text) ? null : parse(text)
  return html === null ? asItIs(text) : purify(html)
}

function parse(text: string): string | null {
  try {
    return marked.parse(text, { async: false })
  } catch {
    // One message that cannot be read must not take the page from all others.
    return null
  }
}

function asItIs(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const paragraph = document.createElement('p')
  paragraph.dir = 'auto'
  paragraph.style.whiteSpace = 'pre-wrap'
  paragraph.textContent = text
  fragment.append(paragraph)
  return fragment
}

function purify(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/iu,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
}
