import { describe, expect, test } from 'vitest'
import { parseBrief } from '../brief/parseBrief.ts'
import { archetypes, families } from '../brief/schema.ts'
import { compose } from './compose.ts'
import { goldenBriefs } from './goldenBriefs.ts'

describe.each(archetypes)('%s', (archetype) => {
  const brief = parseBrief(goldenBriefs[archetype])

  test('is read as this kind of work', () => {
    expect(brief.task?.value.archetype).toBe(archetype)
  })

  test.each(families)('for %s', async (family) => {
    await expect(`${compose(brief, { family }).text}\n`).toMatchFileSnapshot(`golden/${archetype}.${family}.txt`)
  })
})
