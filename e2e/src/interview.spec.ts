import { expectAccessible, expectNoSidewaysScroll } from './looks.ts'
import { newVisitor, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

test('the chat asks, is answered with a chip, in words, and passed over; all in the room see it', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await startConversation(page, 'A support assistant for a bicycle shop.')
  const reader = await newVisitor(browser, server.url, 'Grace')
  await reader.page.goto(await shareLink(page, 'Can read'))
  const ways = page.getByRole('group', { name: 'Ways to answer' })
  const asked = page.getByText(/^Answering: /)
  await expect(ways.getByRole('button', { name: 'Skip' })).toBeVisible()
  const first = (await asked.textContent())?.replace('Answering: ', '') ?? ''
  await expect(reader.page.getByText(first)).toBeVisible()
  await expect(reader.page.getByRole('group', { name: 'Ways to answer' })).toBeHidden()
  await expectAccessible(page)

  const chip = ways.getByRole('button').first()
  const words = (await chip.textContent()) ?? ''
  await chip.click()
  await expect(page.getByRole('article', { name: 'Message of Ada' }).last()).toContainText(words)
  await expect(asked).not.toContainText(first)
  const second = (await asked.textContent())?.replace('Answering: ', '') ?? ''

  // Who wants to say something else leaves the question, and comes back to it.
  await page.getByRole('button', { name: 'Do not answer the question' }).click()
  await expect(asked).toBeHidden()
  await ways.getByRole('button', { name: 'In my own words' }).click()
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeFocused()
  await expect(asked).toContainText(second)
  await ways.getByRole('button', { name: 'Skip' }).click()
  await expect(page.getByText(`Skipped: ${second}`)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await ada.leave()
  await reader.leave()
})

test('words that could not be sorted are said, and put in their place', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await startConversation(page, 'A support assistant for a bicycle shop. Mumble grumble flimflam.')
  const note = page.getByRole('region', { name: 'Words that could not be sorted' })
  await expect(note).toContainText('Mumble grumble flimflam.')
  await note.getByRole('button', { name: /^Put “Mumble/ }).click()
  await page.getByRole('menuitem', { name: 'Always', exact: true }).click()
  await expect(page.getByText('Put the words in their place')).toBeVisible()
  await expect(note).toBeHidden()
  await ada.leave()
})

test('without a model, what needs one says how to get it', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await startConversation(page)
  await page.getByRole('textbox', { name: 'Draft' }).fill('You are a tutor.')
  await page.getByRole('button', { name: 'Improve and more' }).click()
  await page.getByRole('menuitem', { name: /^Shorten/ }).click()
  await expect(page.getByRole('dialog', { name: 'Shorten needs a model' })).toContainText('Ask an administrator')
  await ada.leave()
})
