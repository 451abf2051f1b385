import type { Page } from 'playwright/test'
import { draftOf, draftText, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

const desk = { viewport: { width: 1440, height: 2000 } }
const phone = { viewport: { width: 390, height: 2000 }, hasTouch: true }

/** Everybody writes on in a line of their own: where two write in one place, their letters stand between each other's. */
async function beginLine(page: Page, who: string): Promise<void> {
  await draftOf(page)
    .locator('.cm-line', { hasText: `${who}:` })
    .click()
  await page.keyboard.press('End')
}

/** Writes on and answers the words. */
async function writeWords(page: Page, who: string, count: number): Promise<string[]> {
  const words = Array.from({ length: count }, (_, index) => `${who}${String(index).padStart(2, '0')}`)
  for (const word of words) await page.keyboard.type(` ${word},`)
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
  await draftOf(ada.page).click()
  await ada.page.keyboard.insertText('Ada:\nGrace:\nAlan:')
  for (const page of pages) await expect(draftOf(page)).toContainText('Alan:')
  for (const [person, who] of [
    [ada, 'Ada'],
    [grace, 'Grace'],
    [alan, 'Alan'],
  ] as const)
    await beginLine(person.page, who)
  for (const name of ['Grace', 'Alan'])
    await expect(ada.page.getByRole('button', { name: new RegExp(`^${name}, Can write`) })).toBeVisible()

  const onThePhone = async () => {
    const before = await writeWords(alan.page, 'before', 8)
    await alan.page.context().setOffline(true)
    const away = await writeWords(alan.page, 'away', 8)
    await expect(alan.page.getByText(/edits? kept here\)$/)).toBeVisible()
    await alan.page.context().setOffline(false)
    return [...before, ...away]
  }
  const words = (await Promise.all([writeWords(ada.page, 'ada', 30), writeWords(grace.page, 'grace', 30), onThePhone()])).flat()
  for (const page of pages) await saved(page)
  await expect
    .poll(async () => new Set(await Promise.all(pages.map((page) => draftText(page)))).size, { timeout: 20_000 })
    .toBe(1)
  const text = await draftText(ada.page)
  expect(words.filter((word) => text.split(word).length !== 2)).toEqual([])
  expect(text.replaceAll(/\w+:/g, '').match(/\w+/g)).toHaveLength(words.length)

  // Undo is each one's own: what the phone takes back was typed on the phone.
  await alan.page.keyboard.press('Control+z')
  await saved(alan.page)
  await expect.poll(() => draftText(ada.page)).not.toBe(text)
  const after = await draftText(ada.page)
  expect(after.split('\n').slice(0, 2)).toEqual(text.split('\n').slice(0, 2))
  await expect.poll(async () => (await draftText(alan.page)) === (await draftText(grace.page))).toBe(true)
  for (const person of [ada, grace, alan]) await person.leave()
})
