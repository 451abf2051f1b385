import { afterEach, expect, test } from 'vitest'
import { createKeptText, forgetKeptTexts, keptTexts } from './createKeptText.ts'

afterEach(() => sessionStorage.clear())

const read = (personId: string, name: string) => createKeptText(personId, name)[0]()

test('a text is there again for who wrote it, and for nobody else', () => {
  const [, setText] = createKeptText('ada', 'message.1')
  setText('Be brief')
  expect(read('ada', 'message.1')).toBe('Be brief')
  expect(read('ada', 'message.2')).toBe('')
  expect(read('grace', 'message.1')).toBe('')
})

test('the texts of one place are found by the beginning of their names', () => {
  for (const name of ['comment.1.new', 'comment.1.thread', 'comment.2.new', 'message.1']) createKeptText('ada', name)[1](name)
  createKeptText('grace', 'comment.1.new')[1]('Of Grace')
  createKeptText('ada', 'comment.1.sent')[1]('')
  expect(keptTexts('ada', 'comment.1.').toSorted()).toEqual(['comment.1.new', 'comment.1.thread'])
})

test('at sign-out the texts of that person are gone', () => {
  for (const person of ['ada', 'grace']) createKeptText(person, 'brief')[1](`Of ${person}`)
  createKeptText('ada', 'message.1')[1]('More')
  forgetKeptTexts('ada')
  expect([read('ada', 'brief'), read('ada', 'message.1')]).toEqual(['', ''])
  expect(read('grace', 'brief')).toBe('Of grace')
})
