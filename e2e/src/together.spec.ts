import type { Page } from 'playwright/test'
import { draftOf, draftText, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

const desk = { viewport: { width: 1440, height: 2000 } }
const phone = { viewport: { width: 390, height: 2000 }, hasTouch: true }

/** Writes lines at the end of the draft, wherever that is by then, and answers the word of each. */
async function writeLines(page: Page, who: string, lines: number): Promise<string[]> {
  const words = Array.from({ length: lines }, (_, line) => `${who}${String(line).padStart(2, '0')}`)
  for (const word of words) {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`\n${word} says so.`)
  }
  return words
}

test('three people, one on a phone that loses its network meanwhile, write in one draft at once', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const grace = await newVisitor(browser, server.url, 'Grace', desk)
  const alan = await newVisitor(browser, server.url, 'Alan', phone)
  await startConversation(ada.page)
  const link = await shareLink(ada.page, 'Can write')
  for (const { page } of [grace, alan]) await page.goto(link)
  await alan.page.getByRole('tab', { name: 'Draft' }).click()
  const pages = [ada.page, grace.page, alan.page]
  for (const page of pages) await draftOf(page).click()
  await ada.page.keyboard.type('Together.')
  for (const page of pages) await expect(draftOf(page)).toContainText('Together.')
  for (const name of ['Grace', 'Alan'])
    await expect(ada.page.getByRole('button', { name: new RegExp(`^${name}, Can write`) })).toBeVisible()

  const onThePhone = async () => {
    const before = await writeLines(alan.page, 'alan-a', 4)
    await alan.page.context().setOffline(true)
    const away = await writeLines(alan.page, 'alan-b', 4)
    await expect(alan.page.getByText(/edits? kept here\)$/)).toBeVisible()
    await alan.page.context().setOffline(false)
    return [...before, ...away]
  }
  const words = (await Promise.all([writeLines(ada.page, 'ada', 10), writeLines(grace.page, 'grace', 10), onThePhone()])).flat()
  for (const page of pages) await saved(page)
  await expect
    .poll(async () => new Set(await Promise.all(pages.map((page) => draftText(page)))).size, { timeout: 20_000 })
    .toBe(1)
  const text = await draftText(ada.page)
  expect(words.filter((word) => text.split(word).length !== 2)).toEqual([])
  expect(text.split(' says so.')).toHaveLength(words.length + 1)

  // Undo is each one's own: what the phone takes back was typed on the phone.
  await alan.page.keyboard.press('Control+z')
  await saved(alan.page)
  await expect.poll(() => draftText(ada.page)).not.toBe(text)
  const after = await draftText(ada.page)
  expect(words.filter((word) => !word.startsWith('alan') && !after.includes(word))).toEqual([])
  await expect.poll(async () => (await draftText(alan.page)) === (await draftText(grace.page))).toBe(true)
  for (const person of [ada, grace, alan]) await person.leave()
})
