import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skill } from './skill.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'

const sample = `---
name: review-letters
description: Reviews letters before they are sent.
license: MIT
allowed-tools: [Read]
---

# Letters

Read {{ the }} letter.\r
`

describe('a skill', () => {
  test('has its name, its description and all else as its text', async () => {
    const item = await readTemplate(skill, sample)
    expect(item).toMatchObject({ place: { line: 1, name: 'review-letters' }, syntax: null, notes: [] })
    expect(item.template).toMatchObject({
      title: 'review-letters',
      description: 'Reviews letters before they are sent.',
      versions: [{ number: 1, content: '\n# Letters\n\nRead {{ the }} letter.\r\n', variables: [] }],
      extras: { skill: { fields: { license: 'MIT', 'allowed-tools': ['Read'] } } },
    })
  })

  test('is written as it was', async () => {
    const { template } = await readTemplate(skill, sample)
    expect((await readTemplate(skill, await writeFile(skill, template))).template).toEqual(template)
    expect(skill.write?.losses(template)).toEqual([])
  })

  test.each([
    ['Support Bot', 'support-bot'],
    ['Über  café!', 'uber-cafe'],
    ['--x--', 'x'],
    ['問い', 'skill'],
    ['a'.repeat(63) + ' b', 'a'.repeat(63)],
  ])('of the title %j is named "%s", which is told', async (title, name) => {
    const { template } = await readTemplate(skill, sample)
    const other = { ...template, title }
    expect((await readTemplate(skill, await writeFile(skill, other))).template.title).toBe(name)
    expect(skill.write?.losses(other)).toEqual([
      `A skill is named in small letters, digits and hyphens: "${name}" instead of the title.`,
    ])
  })

  test('needs a description that is not too long, and fills in no variables', async () => {
    const { template } = await readTemplate(skill, sample)
    const bare = { ...template, description: ' ' }
    expect((await readTemplate(skill, await writeFile(skill, bare))).template.description).toBe('review-letters')
    expect(skill.write?.losses(bare)).toEqual(['A skill needs a description: the title stands in for it.'])
    expect(skill.write?.losses({ ...template, description: 'x'.repeat(1025) })).toEqual([
      'The description of a skill has at most 1024 characters; agents may refuse this one.',
    ])
    const variables = [{ name: 'a', type: 'text', required: true, source: 'author', sensitive: false }] as const
    const versions = template.versions.map((version) => ({ ...version, content: '{{ a }}', variables: [...variables] }))
    expect(skill.write?.losses({ ...template, versions }).join()).toContain('A skill fills in no variables')
  })

  test('all but what is told is read again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTemplate.filter(({ versions }) => versions.at(-1)?.content.trim() !== ''),
        async (one) => {
          const { read, expected } = await roundTrip(skill, one)
          const told = skill.write?.losses(one).join() ?? ''
          const title = told.includes('is named in') ? read.title : expected.title
          const description = told.includes('needs a description') ? one.title : expected.description
          const versions = expected.versions.map((version) => ({ ...version, variables: [] }))
          expect(read).toEqual({ ...expected, title, description, versions })
        },
      ),
    )
  })
})

test.each([
  ['---\nname: [a]\n---\nx', 2, null, 'The field "name" should be a text.'],
  ['---\nname: a\ndescription: {}\n---\nx', 3, 'a', 'The field "description" should be a text.'],
  ['---\n- a\n---\nx', 2, null, 'The item should be an object.'],
  ['---\nname: a\n---\n\n \n', 4, 'a', 'There is no text in it.'],
])('what does not fit is refused with its line: %j', async (text, line, name, reason) => {
  expect(await readAll(skill, text)).toEqual([{ ok: false, place: { line, name }, reason }])
})

test.each([
  ['SKILL.md', sample, 1],
  ['letters/SKILL.md', sample, 1],
  ['letters.skill.md', sample, 1],
  ['skill.md', '# Letters', 0.6],
  ['letters.md', sample, 0],
  ['unskill.md', sample, 0],
])('%s is recognised by its name', (fileName, beginning, certainty) => {
  expect(skill.recognises(fileName, beginning)).toBe(certainty)
})
