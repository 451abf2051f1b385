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

describe('what people quote and set out', () => {
  test('quotes, also within each other, tables and blocks of code', () => {
    const root = rendered('> **Ada:**\n> one\n>\n> > two\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n```js\n<b>1</b>\n```')
    expect(root.querySelector('blockquote blockquote')?.textContent?.trim()).toBe('two')
    expect([...root.querySelectorAll('th, td')].map((cell) => cell.textContent)).toEqual(['a', 'b', '1', '2'])
    expect(root.querySelector('pre code')?.textContent).toBe('<b>1</b>\n')
    expect(root.querySelector('pre b')).toBeNull()
  })

  test('strokes', () => {
    const root = rendered('~~gone **now**~~ and a ~ alone ~~ here')
    expect(root.querySelector('del')?.innerHTML).toBe('gone <strong>now</strong>')
    expect(root.textContent?.trim()).toBe('gone now and a ~ alone ~~ here')
  })

  test('what is too deep or too long to be set is there as it is', () => {
    for (const text of [`${'> '.repeat(3_000)}x`, `# a\n${'x'.repeat(50_000)}`]) expect(rendered(text).textContent).toBe(text)
  })
})

describe('what is made to break the reader', () => {
  test.each([
    ['quotes within quotes', '> '.repeat(3_000) + 'x'],
    ['lists within lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['brackets without an end', '['.repeat(20_000)],
    ['stars without an end', '*a '.repeat(10_000)],
    ['links to anchors', '[a](#x) '.repeat(5_000)],
    ['a table of one row with many cells', `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}`],
    ['strokes without an end', '~a~~b '.repeat(8_000)],
    ['more than anybody reads', '**a** '.repeat(40_000)],
    ['entities', '&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;'.repeat(500)],
    ['nulls and marks', '\u0000\u202e\ufeff<\u0000script>'.repeat(2_000)],
  ])('%s', (_, markdown) => {
    const root = rendered(markdown)
    expect(root.querySelector('script, a[href^="#"]')).toBeNull()
    expect(root.textContent).not.toBe('')
  })

  test.each([
    '<a href="https://example.org" onclick="alert(1)">x</a>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '[x](<javascript:alert(1)>)',
    '[x](https://example.org "a\\" onmouseover=\\"alert(1)")',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '[![x](https://evil.example/p.png)](https://example.org)',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '<link rel=stylesheet href=https://evil.example>',
    '<base href="https://evil.example">',
    '<video src=https://evil.example autoplay>',
  ])('%s loads nothing and runs nothing', (markdown) => {
    const root = rendered(markdown)
    expect(root.querySelector('[src], [style], link, base, style, math, video, details, img')).toBeNull()
    for (const element of root.querySelectorAll('*')) {
      expect(
        element.getAttributeNames().filter((name) => !['href', 'target', 'rel', 'dir', 'start', 'align'].includes(name)),
      ).toEqual([])
    }
    for (const link of root.querySelectorAll('a[href]')) expect(link.getAttribute('href')).toMatch(/^(?:https?:|mailto:)/u)
  })
})
