import type { TemplateTree } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { layTree, leadsTo, type Branch } from './layTree.ts'

const template = (id: string) => ({ id, slug: id, title: id, owner: null })
const version = (templateId: string, number: number, parentVersionId: string | null): TemplateTree['versions'][number] => ({
  id: `${templateId}${number}`,
  templateId,
  number,
  message: '',
  parentVersionId,
  author: null,
  hidden: false,
  createdAt: new Date(0),
})

/** "a: 1(b: 1) 2" for a template a whose first version b was made from. */
function drawn({ template, versions }: Branch): string {
  const words = versions.map(({ version, forks }) => `${version.number}${forks.map((fork) => `(${drawn(fork)})`).join('')}`)
  return `${template.id}: ${words.join(' ')}`
}

test('a fork stands under the version it was made from, and its own forks under it', () => {
  const tree: TemplateTree = {
    templates: ['fork', 'source', 'second', 'other'].map(template),
    versions: [
      version('source', 1, null),
      version('source', 2, 'source1'),
      version('fork', 1, 'source1'),
      version('fork', 2, 'fork1'),
      // Restored: it comes from its own template all the same.
      version('fork', 3, 'fork1'),
      version('second', 1, 'fork3'),
      version('other', 1, 'source1'),
    ],
    more: false,
  }
  const roots = layTree(tree)
  expect(roots.map(drawn)).toEqual(['source: 1(fork: 1 2 3(second: 1))(other: 1) 2'])
  const [source] = roots
  expect(source && leadsTo(source, 'second')).toBe(true)
  const [, other] = source?.versions[0]?.forks ?? []
  expect(other && leadsTo(other, 'second')).toBe(false)
})

test('where what it came from may not be seen, a fork begins a tree', () => {
  const tree = { templates: [template('fork')], versions: [version('fork', 1, null), version('fork', 2, 'fork1')], more: false }
  expect(layTree(tree).map(drawn)).toEqual(['fork: 1 2'])
})

test('a history that is told from a later version on stays one template', () => {
  const tree = { templates: [template('long')], versions: [version('long', 8, null), version('long', 9, 'long8')], more: true }
  expect(layTree(tree).map(drawn)).toEqual(['long: 8 9'])
})
