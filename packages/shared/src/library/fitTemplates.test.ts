import { expect, it } from 'vitest'
import { buildTemplate, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { fitTemplates } from './index.ts'

async function titles(world: World, text: string): Promise<string[]> {
  const { items } = await fitTemplates(ctxOf(world), { text })
  return items.map(({ template }) => template.title)
}

onEachDatabase('templates that fit a text', (world) => {
  it('are those with most of its rare words, whatever else it says', async () => {
    const add = (title: string, description: string) => buildTemplate(world(), { title, description, tags: [] })
    await add('Falconry reservation mails', 'Answers guests of a falconry lodge by mail.')
    await add('Lodge house rules', 'Sums up the rules of a lodge for its guests.')
    await add('Falconry trivia', 'Asks one question after another.')
    await buildTemplate(world(), { title: 'Falconry lodge diary', visibility: 'private' })

    const brief =
      'It is to answer, kindly and in the words of the house, what guests of our falconry lodge ask about reservation.'
    expect(await titles(world(), brief)).toEqual(['Falconry reservation mails', 'Lodge house rules'])
  })

  it('need one word where there is one, and are none where nothing is said', async () => {
    await buildTemplate(world(), { title: 'Wherryman', tags: [] })
    expect(await titles(world(), 'wherryman')).toEqual(['Wherryman'])
    expect(await titles(world(), '')).toEqual([])
    expect(await titles(world(), 'a b c 👍 <script> %')).toEqual([])
  })

  it('can be asked for with a page of any text', async () => {
    expect(await titles(world(), 'xyzzy plugh '.repeat(160))).toEqual([])
    expect(await titles(world(), '"*+-()~@ 海鳥'.repeat(100))).toEqual([])
  })
})
