import type { Mail } from './mails.ts'

type Content = {
  /** An account, or an address that somebody entered. */
  to: { email: string; id?: string }
  subject: string
  /** Paragraphs without markup. */
  before: string[]
  /** What the one link is for, and where it leads. */
  link?: { label: string; url: string }
  after?: string[]
}

/** A mail as plain text and as plain HTML, which say the same. */
export function composeMail({ to, subject, before, link, after = [] }: Content): Mail {
  const text = [...before, ...(link ? [`${link.label}:\n${link.url}`] : []), ...after].join('\n\n')
  const anchor = link && `<a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`
  const paragraphs = [...before.map(escapeHtml), ...(anchor ? [anchor] : []), ...after.map(escapeHtml)]
  const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return { to: to.email, userId: to.id ?? null, subject, text: `${text}\n`, html: `${html}\n`, link: link?.url ?? null }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}
