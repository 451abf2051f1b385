/** What the head of a page tells search engines, and programs that show a link. */
export type PageHead = {
  title: string
  /** Of any length: what is told of it is cut. */
  description: string
  /** The one address of it, absolute. */
  url: string
  /** Whether search engines may list it. */
  listed: boolean
}

/** About what search engines show. */
const descriptionLength = 200

const places = { title: /<title>[^<]*<\/title>/, description: /<meta\s+name="description"[^>]*>/ }

/**
 * Puts into the HTML of the built page, in place of its own title and description, those of one page. All of it is text of people:
 * nothing in it ends its element or attribute.
 * @throws Error where the HTML has no place for them
 */
export function writePageHead(html: string, { title, description, url, listed }: PageHead): string {
  for (const [name, place] of Object.entries(places)) if (!place.test(html)) throw new Error(`The page has no ${name} to replace`)
  const short = shorten(description)
  const tags = [
    meta('name', 'description', short),
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    ...(listed ? [] : [meta('name', 'robots', 'noindex')]),
    meta('property', 'og:site_name', 'Prologue'),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', short),
    meta('property', 'og:url', url),
    meta('name', 'twitter:card', 'summary'),
    meta('name', 'twitter:title', title),
    meta('name', 'twitter:description', short),
  ]
  // Answered by functions: in a text, `$&` would stand for what is replaced.
  return html
    .replace(places.title, () => `<title>${escapeHtml(title)} · Prologue</title>`)
    .replace(places.description, () => tags.join('\n    '))
}

const meta = (key: 'name' | 'property', name: string, content: string) =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}" />`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')
}

/** On one line, cut where it is long, through no character. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= descriptionLength
    ? line
    : `${characters
        .slice(0, descriptionLength - 1)
        .join('')
        .trimEnd()}…`
}
