import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

function rendered(markdown: string): HTMLElement {
  const root = document.createElement('div')
  root.append(renderMarkdown(markdown))
  return root
}

describe('what must not live', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://evil.example/pixel.png)',
    '<iframe src="https://evil.example"></iframe>',
    '<svg onload=alert(1)>',
    '<style>*{display:none}</style>',
    '<form action="https://evil.example"><input></form>',
  ])('%s makes no element and no handler', (markdown) => {
    const root = rendered(markdown)
    expect(root.querySelector('script, img, iframe, svg, style, form, input, object, embed')).toBeNull()
    for (const element of root.querySelectorAll('*'))
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([])
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '[x](vbscript:x)',
    '[x](/c/1)',
    '[x](//evil.example)',
  ])('%s leads nowhere', (markdown) => {
    expect(rendered(markdown).querySelector('a[href]')).toBeNull()
  })

  test('attributes that style or name are dropped', () => {
    expect(rendered('# a\n\n<p style="position:fixed" id="root" class="x">b</p>').innerHTML).not.toMatch(
      /<[^>]*(?:style|id|class)=/u,
    )
  })
})

describe('what must stay', () => {
  test('links to the web and to mail open elsewhere without telling where from', () => {
    const links = [...rendered('https://example.org [mail](mailto:a@example.org)').querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.org', 'mailto:a@example.org'])
    for (const link of links)
      expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer nofollow'])
  })

  test('tags of a pasted prompt are read as text', () => {
    expect(rendered('<role>\nYou are a guide.\n</role>').textContent?.trim()).toContain('<role>')
    expect(rendered('use the <answer> tag').textContent?.trim()).toBe('use the <answer> tag')
  })

  test('lists, emphasis and code are set', () => {
    const root = rendered('- **one**\n- `two`\n\nline\nnext')
    expect(root.querySelectorAll('li').length).toBe(2)
    expect(root.querySelector('strong')?.textContent).toBe('one')
    expect(root.querySelector('code')?.textContent).toBe('two')
    expect(root.querySelector('br')).not.toBeNull()
  })
})
