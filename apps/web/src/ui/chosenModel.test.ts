import { afterEach, expect, test, vi } from 'vitest'

const choice = { providerId: 'env:openai', model: 'gpt-4o' }

afterEach(() => localStorage.clear())

/** The module as a page has it that is opened anew. */
function open() {
  vi.resetModules()
  return import('./chosenModel.ts')
}

test('nobody has a model until they choose one, and each their own', async () => {
  const { chooseModel, chosenModel } = await open()
  const ofAda = chosenModel('ada')
  expect(ofAda()).toBeNull()
  chooseModel('ada', choice)
  expect(ofAda()).toEqual(choice)
  expect(chosenModel('ada')()).toEqual(choice)
  expect(chosenModel('grace')()).toBeNull()
})

test('the choice is there when the page is opened again, and gone once it was taken back', async () => {
  const first = await open()
  first.chooseModel('ada', choice)
  const second = await open()
  expect(second.chosenModel('ada')()).toEqual(choice)
  second.chooseModel('ada', null)
  expect((await open()).chosenModel('ada')()).toBeNull()
})

test('what is kept and is no choice counts as none', async () => {
  localStorage.setItem('prologue.model.ada', '{"providerId": 7}')
  const { chosenModel } = await open()
  expect(chosenModel('ada')()).toBeNull()
})
