import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { superseded } from './thinOut.ts'

const minute = 60_000
const day = 24 * 60 * minute
const now = new Date('2026-11-22T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const named = (at: Date, index: number) => ({ id: String(index), at })

test('all of the last day stay that stand ten minutes apart; of a visit after a visit only the last state', () => {
  const apart = Array.from({ length: 144 }, (_, index) => named(ago(index * 10 * minute + 1), index))
  expect(superseded(apart, now)).toEqual([])
  const hasty = [0, 20_000, 40_000, 60_000].map((late, index) => named(new Date(now.getTime() - 5 * minute + late), index))
  expect(superseded(hasty, now)).toEqual(['2', '1', '0'])
})

test('writing day and night leaves what the last week needs, and one state more a day', () => {
  let kept: { id: string; at: Date }[] = []
  for (let time = 20 * day; time >= 0; time -= 10 * minute) {
    const at = ago(time)
    kept.push({ id: String(time), at })
    const gone = new Set(superseded(kept, at))
    kept = kept.filter(({ id }) => !gone.has(id))
  }
  // Of the last day each, of the six days before it one an hour, of the thirteen before those one a day; days begun count.
  expect(kept.length).toBeGreaterThan(144 + 6 * 24)
  expect(kept.length).toBeLessThan(144 + 6 * 24 + 13 + 5)
  expect(kept.at(-1)?.at).toEqual(now)
  expect(kept.filter(({ at }) => at > ago(day))).toHaveLength(144)
})

test('the newest always stays, every stretch keeps its newest, and thinning twice changes nothing', () => {
  assert(
    property(array(integer({ min: 0, max: 400 * day }), { minLength: 1, maxLength: 60 }), (ages) => {
      const states = ages.map((age, index) => named(ago(age), index))
      const gone = new Set(superseded(states, now))
      const left = states.filter(({ id }) => !gone.has(id))
      expect(superseded(left, now)).toEqual([])
      expect(Math.max(...left.map(({ at }) => at.getTime()))).toBe(Math.max(...states.map(({ at }) => at.getTime())))
      for (const { id, at } of states) {
        if (!gone.has(id)) continue
        // What went has a younger one within its day, and within its ten minutes if it is of the last day.
        const within = now.getTime() - at.getTime() < day ? 10 * minute : day
        expect(left.some((other) => other.at >= at && other.at.getTime() - at.getTime() < within)).toBe(true)
      }
    }),
  )
})
