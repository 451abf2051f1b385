import { mentionToken } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { nameBegun, peopleMeant, toBody, toWritten } from './mentions.ts'

const person = (digit: string, name: string) => ({ id: `${digit.repeat(8)}-0000-4000-8000-000000000000`, name })
const [ada, lovelace, grace, other] = [
  person('1', 'Ada'),
  person('2', 'Ada Lovelace'),
  person('3', 'Grace'),
  person('4', 'Grace'),
]

test('names become ids and ids names again, the longest name first', () => {
  const people = [ada, lovelace, grace]
  const { body, mentions } = toBody('@Ada Lovelace, @Ada and @Adam: a@Grace', { people, chosen: [] })
  expect(body).toBe(`${mentionToken(lovelace.id)}, ${mentionToken(ada.id)} and @Adam: a${mentionToken(grace.id)}`)
  expect(mentions).toEqual([lovelace.id, ada.id, grace.id])
  expect(toWritten(body, people)).toBe('@Ada Lovelace, @Ada and @Adam: a@Grace')
  expect(toWritten(mentionToken(other.id), [])).toBe(mentionToken(other.id))
})

test('of two with the same name the one who was chosen is meant', () => {
  expect(toBody('@Grace', { people: [grace, other], chosen: [other] }).mentions).toEqual([other.id])
})

test('a name begins behind an @ that begins a word', () => {
  expect(nameBegun('Hello @', 7)).toEqual({ at: 6, name: '' })
  expect(nameBegun('Hello @Ada Lo', 13)).toEqual({ at: 6, name: 'Ada Lo' })
  expect(nameBegun('Hello @Ada Lo', 8)).toEqual({ at: 6, name: 'A' })
  expect(nameBegun('mail@example', 12)).toBeNull()
  expect(nameBegun('@ nobody', 8)).toBeNull()
  expect(nameBegun('@Ada\nnext', 9)).toBeNull()
})

test('people are meant by the beginning of any of their names', () => {
  const people = [ada, lovelace, grace]
  expect(peopleMeant(people, 'lo')).toEqual([lovelace])
  expect(peopleMeant(people, 'ada l')).toEqual([lovelace])
  expect(peopleMeant(people, '')).toEqual(people)
  expect(peopleMeant(people, 'x')).toEqual([])
})
