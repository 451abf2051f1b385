import { compose, parseBrief, whyHere } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { reasonIn } from './reasonIn.ts'

const brief = parseBrief('A support assistant for a bicycle shop. It never promises refunds.')
const { text } = compose(brief, { family: 'claude' })
const whys = whyHere(brief, 'claude')

test('a sentence of the composer says why it is there, from wherever in it one asks', () => {
  const at = text.indexOf('refunds')
  const reason = reasonIn(text, at, whys)
  expect(reason?.words).toContain('From your words')
  expect(text.slice(reason?.from, reason?.to)).toContain('refunds')
  expect(reasonIn(text, reason?.from ?? -1, whys)).toEqual(reason)
})

test('what people wrote or changed has no reason', () => {
  const changed = text.replace('refunds', 'gifts')
  expect(reasonIn(changed, changed.indexOf('gifts'), whys)).toBeNull()
  expect(reasonIn(`${text}\n\nOurs.`, text.length + 4, whys)).toBeNull()
})
