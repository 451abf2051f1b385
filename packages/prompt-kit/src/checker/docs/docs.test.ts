import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleNames } from '../check.ts'
import { ruleExamples } from './examples.ts'
import { writeRuleDocs } from './writeDocs.ts'

const file = join(import.meta.dirname, '../../../../../docs/checker.md')

test('each rule has an example, and no other', () => {
  expect(Object.keys(ruleExamples).toSorted()).toEqual([...ruleNames].toSorted())
})

test('docs/checker.md tells of the rules as they are (written anew with --update)', async () => {
  const [head = ''] = readFileSync(file, 'utf8').split('\n## Template\n')
  await expect(`${head}\n${await writeRuleDocs()}\n`).toMatchFileSnapshot(file)
})
