import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import { quote, selectedIn, withQuote } from './quote.ts'

test('each line stands as a quote under the name', () => {
  expect(quote('Ada', 'One\n\n- two\r\n> three\n')).toBe('> **Ada:**\n> One\n>\n> - two\n> > three')
})

test('a name is no markdown', () => {
  const root = document.createElement('div')
  root.append(renderMarkdown(quote('*A* [x](https://evil.example) <b>\n# h `c`', 'Hello')))
  expect(root.querySelector('a, em, code, h1, b')).toBeNull()
  expect(root.querySelector('blockquote strong')?.textContent).toBe('*A* [x](https://evil.example) <b> # h `c`:')
})

test('a quote goes below what is written already, with a line to go on', () => {
  expect(withQuote('', '> a')).toBe('> a\n\n')
  expect(withQuote('Before\n', '> a')).toBe('Before\n\n> a\n\n')
})

test('what is selected within a message is quoted alone, what reaches out of it is not', () => {
  document.body.innerHTML = '<p id="one">first words</p><p id="two">others</p>'
  const one = document.querySelector('#one')
  const two = document.querySelector('#two')
  if (!one?.firstChild || !two?.firstChild) throw new Error('Both are there')
  expect(selectedIn(one)).toBe('')
  document.getSelection()?.setBaseAndExtent(one.firstChild, 6, one.firstChild, 11)
  expect([selectedIn(one), selectedIn(two)]).toEqual(['words', ''])
  document.getSelection()?.setBaseAndExtent(one.firstChild, 6, two.firstChild, 3)
  expect(selectedIn(one)).toBe('')
})
