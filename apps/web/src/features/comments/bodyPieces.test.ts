import { mentionToken, type Person } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { bodyPieces } from './bodyPieces.ts'

const ada: Person = { id: '11111111-0000-4000-8000-000000000000', name: 'Ada', colour: '#445566', guest: false }
const shown = (body: string) =>
  bodyPieces(body, [ada]).map((piece) =>
    piece.kind === 'text' ? piece.text : piece.kind === 'link' ? [piece.href] : [piece.person.name],
  )

test('who is mentioned is shown by name, others stay as they are written', () => {
  const stranger = mentionToken('22222222-0000-4000-8000-000000000000')
  expect(shown(`${mentionToken(ada.id)}: look, ${stranger}`)).toEqual([['Ada'], `: look, ${stranger}`])
})

test('addresses of the web are links without the end of the sentence, and nothing else is', () => {
  expect(shown('See https://example.com/a?b=1#c.')).toEqual(['See ', ['https://example.com/a?b=1#c'], '.'])
  expect(shown('(http://example.com)')).toEqual(['(', ['http://example.com'], ')'])
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'www.example.com',
    'mailto:a@example.com',
    'https://',
    'xhttp:/x',
  ]) {
    expect(shown(text)).toEqual([text])
  }
})
