import { slugSchema, tagsSchema, templateCategories } from '@prologue/contracts'
import { check, families, listUses, renderTemplate, type CheckOptions } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { starterLibrary, type StarterTemplate } from './index.ts'

/** Values as somebody would first try the template; with `sparing`, what may be left out is left out and yes is no. */
function trialValues({ variables }: StarterTemplate, sparing: boolean): Record<string, unknown> {
  return Object.fromEntries(
    variables
      .filter(({ required }) => required || !sparing)
      .map(({ name, type, default: standard, example }) => {
        const value = standard ?? example
        return [name, sparing && type === 'boolean' ? value !== true : value]
      }),
  )
}

function rendered(template: StarterTemplate, sparing: boolean): string {
  const { content, variables } = template
  const result = renderTemplate(content, { variables, values: trialValues(template, sparing) })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.text
}

/** The numbers of each numbered list; lines that are set in belong to the item above. */
function listsIn(text: string): number[][] {
  const lists: number[][] = []
  let isInside = false
  for (const line of text.split('\n')) {
    const number = /^(\d+)\. /.exec(line)?.[1]
    if (number !== undefined && !isInside) lists.push([])
    if (number !== undefined) lists.at(-1)?.push(Number(number))
    isInside = number !== undefined || (isInside && line.startsWith('   '))
  }
  return lists
}

/** What the checker says beyond advice. */
function warnings(text: string, options: CheckOptions): string[] {
  return check(text, options)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`)
}

test('the library has at least 44 templates, at least four in each category', () => {
  expect(starterLibrary.length).toBeGreaterThanOrEqual(44)
  for (const category of templateCategories)
    expect(starterLibrary.filter((template) => template.category === category).length, category).toBeGreaterThanOrEqual(4)
})

test('no two templates share a slug, a title or a description', () => {
  for (const key of ['slug', 'title', 'description'] as const)
    expect(new Set(starterLibrary.map((template) => template[key])).size, key).toBe(starterLibrary.length)
})

test('each has an address, a title, one short sentence and two to five tags', () => {
  for (const { slug, title, description, tags } of starterLibrary) {
    expect(slugSchema.safeParse(slug).success, slug).toBe(true)
    expect(title.length, slug).toBeLessThanOrEqual(60)
    expect(description, slug).toMatch(/^[A-Z][^\n]{20,158}\.$/)
    expect(tagsSchema.parse(tags), slug).toEqual(tags)
    expect(tags.length, slug).toBeGreaterThanOrEqual(2)
    expect(tags.length, slug).toBeLessThanOrEqual(5)
  }
})

test('each declares the two to five variables that its text uses, with a label and a default or an example', () => {
  for (const { slug, content, variables } of starterLibrary) {
    const used = new Set(listUses(content).map(({ name }) => name))
    expect(variables.map(({ name }) => name).toSorted(), slug).toEqual([...used].toSorted())
    expect(variables.length, slug).toBeGreaterThanOrEqual(2)
    expect(variables.length, slug).toBeLessThanOrEqual(5)
    for (const { name, label, default: standard, example } of variables) {
      expect(label, `${slug}: ${name}`).toBeDefined()
      expect(standard ?? example, `${slug}: ${name}`).toBeDefined()
    }
  }
})

test.each([
  ['its defaults and examples', false],
  ['as little as it needs', true],
])('each renders with %s, its lists numbered in order and no gap in the text', (_, sparing) => {
  for (const template of starterLibrary) {
    const text = rendered(template, sparing)
    expect(text, template.slug).not.toMatch(/\{[{%]|\n\n\n|[ \t]\n|^\s|\s$/)
    for (const numbers of listsIn(text)) expect(numbers, template.slug).toEqual(numbers.map((__, index) => index + 1))
  }
})

test('each says the role, the task, the form of the answer and what to do when in doubt', () => {
  for (const { slug, content } of starterLibrary) {
    expect(content, slug).toMatch(/^You are .+\n/)
    expect(content, slug).toMatch(/\nYour task is to /)
    for (const heading of ['Output format', 'When in doubt']) expect(content, slug).toContain(`\n## ${heading}\n`)
  }
})

test('each has 120 to 350 words', () => {
  for (const { slug, content } of starterLibrary) {
    const words = content.replaceAll(/\{%.*?%\}/g, ' ').match(/\S+/g) ?? []
    expect(words.length, slug).toBeGreaterThanOrEqual(120)
    expect(words.length, slug).toBeLessThanOrEqual(350)
  }
})

test('long text stands between tags of its own, away from the instructions', () => {
  for (const { slug, content, variables } of starterLibrary)
    for (const { name } of variables.filter(({ type }) => type === 'longtext'))
      expect(content, slug).toContain(`\n<${name}>\n{{ ${name} }}\n</${name}>\n`)
})

test('the checker warns of nothing in any of them, as drafts or as they are published, for any family of models', () => {
  for (const { slug, content, variables } of starterLibrary)
    for (const place of ['draft', 'publish'] as const)
      for (const family of families) expect(warnings(content, { variables, family, context: { place } }), slug).toEqual([])
})

test('the checker warns of nothing in what they render to', () => {
  for (const template of starterLibrary)
    for (const sparing of [false, true])
      expect(warnings(rendered(template, sparing), { context: { template: false } }), template.slug).toEqual([])
})
