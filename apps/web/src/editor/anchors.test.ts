import { draftTextName } from '@prologue/collab/client'
import { anchorSchema, type Anchor } from '@prologue/contracts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorOf, rangeOf } from './anchors.ts'

const sentence = 'Be kind. Answer in two sentences. Never guess.'

/** Two people with the same text, and an anchor on some words of it as it comes over the wire. */
function buildPair(words: string) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const [one, two] = [docs[0].getText(draftTextName), docs[1].getText(draftTextName)]
  one.insert(0, sentence)
  const share = () => {
    Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0], Y.encodeStateVector(docs[1])))
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1], Y.encodeStateVector(docs[0])))
  }
  share()
  const from = sentence.indexOf(words)
  const made = anchorOf(one, { from, to: from + words.length })
  const anchor: Anchor = anchorSchema.parse(JSON.parse(JSON.stringify(made)))
  const wordsOf = (text: Y.Text) => {
    const range = rangeOf(text, anchor)
    return range && text.toJSON().slice(range.from, range.to)
  }
  return { one, two, share, anchor, read: wordsOf }
}

test('stays on its words while others write around and inside them, and in a copy read from storage', () => {
  const { one, two, share, read } = buildPair('Answer in two sentences.')
  two.insert(0, 'Hello. ')
  one.insert(one.toJSON().indexOf('two'), 'at most ')
  one.insert(one.toJSON().indexOf(' Never'), ' Really.')
  share()
  for (const text of [one, two]) expect(read(text)).toBe('Answer in at most two sentences.')
  const cold = new Y.Doc()
  if (one.doc) Y.applyUpdate(cold, Y.encodeStateAsUpdate(one.doc))
  expect(read(cold.getText(draftTextName))).toBe('Answer in at most two sentences.')
})

test('shrinks to what is left of its words, and is nowhere once they are gone', () => {
  const { one, two, share, read } = buildPair('Answer in two sentences.')
  one.delete(one.toJSON().indexOf('Answer'), 'Answer '.length)
  share()
  expect(read(two)).toBe('in two sentences.')
  two.delete(two.toJSON().indexOf('in two'), 'in two sentences.'.length)
  share()
  expect(read(one)).toBeNull()
  expect(read(two)).toBeNull()
})

test('finds its words again when they come back, for who undid and for the others', () => {
  const { one, two, share, read } = buildPair('Answer in two sentences.')
  const undo = new Y.UndoManager(one)
  one.delete(one.toJSON().indexOf('Answer'), 'Answer in two sentences.'.length)
  share()
  expect(read(two)).toBeNull()
  undo.undo()
  share()
  expect(read(one)).toBe('Answer in two sentences.')
  expect(read(two)).toBe('Answer in two sentences.')
})

test('goes to no other words that happen to be the same', () => {
  const { one, read } = buildPair('Answer in two sentences.')
  one.delete(0, one.length)
  one.insert(0, 'Answer in two sentences. Answer in two sentences.')
  expect(read(one)).toBeNull()
})

test('is nothing where nothing is selected, and nowhere in a text that lacks its characters', () => {
  const { one, anchor } = buildPair('Be kind.')
  expect(anchorOf(one, { from: 3, to: 3 })).toBeNull()
  expect(rangeOf(new Y.Doc().getText(draftTextName), anchor)).toBeNull()
})

test('keeps the beginning of many words, and no half of a character', () => {
  const text = new Y.Doc().getText(draftTextName)
  text.insert(0, `${'x'.repeat(299)}😀 and more`)
  const anchor = anchorOf(text, { from: 0, to: text.length })
  expect(anchor?.quote).toHaveLength(300)
  expect(anchor?.quote.isWellFormed()).toBe(true)
  expect(anchor && rangeOf(text, anchor)).toEqual({ from: 0, to: text.length })
})
