import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writePageHead, type PageHead } from './pageHead.ts'

/** The page as it is written; the build changes nothing of its head that matters here. */
const html = readFileSync(join(import.meta.dirname, '../../../web/index.html'), 'utf8')
const head: PageHead = { title: 'A', description: 'B', url: 'https://prologue.example/templates/a', listed: true }

describe('the head of a page', () => {
  it('has one title, one description and one address', () => {
    const page = writePageHead(html, head)
    expect(page.match(/<title>/g)).toHaveLength(1)
    expect(page.match(/name="description"/g)).toHaveLength(1)
    expect(page).toContain('<title>A · Prologue</title>')
    expect(page).toContain('<link rel="canonical" href="https://prologue.example/templates/a" />')
    expect(page).toContain('<div id="root"></div>')
  })

  it('holds whatever people write as text, also what a replacement would read as its own', () => {
    for (const title of [
      '$& $` $1 $$',
      '</title><script>alert(1)</script>',
      '" onload="x',
      "' > &lt;",
      '<!--',
      '<meta name="description">',
    ]) {
      const page = writePageHead(html, { ...head, title, description: title })
      expect(page.match(/<script/g), title).toHaveLength(1)
      expect(page.match(/<title>/g), title).toHaveLength(1)
      expect(page.match(/<!--/g), title).toBeNull()
      const written = /property="og:title" content="([^"]*)"/.exec(page)?.[1] ?? ''
      expect(decoded(written)).toBe(title)
    }
  })

  it('cuts a long description on one line, through no character', () => {
    const page = writePageHead(html, { ...head, description: `  ${'👩‍🚀 ok\n\n'.repeat(200)}` })
    const written = /name="description" content="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(written.endsWith('…')).toBe(true)
    expect(Array.from(written).length).toBeLessThanOrEqual(200)
    expect(written).not.toMatch(/\n|\p{Surrogate}/u)
  })

  it('is refused where the page has no place for it', () => {
    expect(() => writePageHead('<html></html>', head)).toThrow('no title')
  })
})

function decoded(text: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => signs[name] ?? name)
}
