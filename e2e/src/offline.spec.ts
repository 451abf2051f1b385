import type { Browser, Page } from 'playwright/test'
import { draftOf, draftText, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test, type BuiltServer } from './server.ts'

const offline = (page: Page) => page.getByText(/^Offline \([\d,]+ edits? kept here\)$/)

async function openTogether(browser: Browser, { url }: BuiltServer) {
  const ada = await newVisitor(browser, url, 'Ada')
  const grace = await newVisitor(browser, url, 'Grace')
  await startConversation(ada.page)
  await grace.page.goto(await shareLink(ada.page, 'Can write'))
  await expect(draftOf(grace.page)).toBeVisible()
  return { ada, grace }
}

/** As much as somebody writes in ten minutes: a few dozen lines, some taken back, each a word of its own to be counted later. */
async function writeForLong(page: Page, who: string, from: number, lines: number): Promise<string[]> {
  const words: string[] = []
  await draftOf(page).click()
  await page.keyboard.press('Control+End')
  for (let line = from; line < from + lines; line++) {
    const word = `${who}${String(line).padStart(3, '0')}`
    words.push(word)
    await page.keyboard.type(`\n${word}xx`)
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
  }
  return words
}

const undo = (page: Page) => page.keyboard.press('Control+z')
const occurrences = (text: string, word: string) => text.split(word).length - 1

test('two browsers write for long without a network, one of them is closed meanwhile; back again, all is there once', async ({
  browser,
  server,
}) => {
  test.slow()
  const { ada, grace } = await openTogether(browser, server)
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('Together.')
  await saved(ada.page)
  await expect(draftOf(grace.page)).toContainText('Together.')

  const [adaContext, graceContext] = [ada.page.context(), grace.page.context()]
  await adaContext.setOffline(true)
  await graceContext.setOffline(true)
  const adaWords = await writeForLong(ada.page, 'ada', 0, 25)
  const graceWords = await writeForLong(grace.page, 'grace', 0, 25)
  await expect(offline(ada.page)).toBeVisible()
  await expect(offline(grace.page)).toBeVisible()
  // Lines of several keys each, no more of them than the editor draws at once: so many edits are kept, and the header counts them.
  const count = Number((await offline(ada.page).textContent())?.replaceAll(/\D/g, ''))
  expect(count).toBeGreaterThan(25 * 8)

  // The page itself cannot be loaded without a network: closed offline, it is opened again when there is one.
  const url = grace.page.url()
  await grace.page.close()
  adaWords.push(...(await writeForLong(ada.page, 'ada', 25, 5)))
  await graceContext.setOffline(false)
  const reopened = await graceContext.newPage()
  await reopened.goto(url)
  await saved(reopened)
  await expect(draftOf(reopened)).toContainText('grace024')
  expect(await draftText(reopened)).not.toContain('ada')

  await adaContext.setOffline(false)
  await saved(ada.page)
  await expect.poll(async () => (await draftText(reopened)) === (await draftText(ada.page)), { timeout: 20_000 }).toBe(true)
  const text = await draftText(ada.page)
  expect(occurrences(text, 'Together.')).toBe(1)
  expect([...adaWords, ...graceWords].filter((word) => occurrences(text, word) !== 1)).toEqual([])
  expect(text.split('\n')).toHaveLength(1 + adaWords.length + graceWords.length)
  expect(text).not.toContain('x')

  // And so it is for whoever comes later.
  await ada.page.reload()
  await saved(ada.page)
  await expect.poll(() => draftText(ada.page)).toBe(text)
  await ada.leave()
  await grace.leave()
})

test('undo takes back one’s own words alone, also after a time without a network', async ({ browser, server }) => {
  const { ada, grace } = await openTogether(browser, server)
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('From Ada.')
  await saved(ada.page)
  await expect(draftOf(grace.page)).toContainText('From Ada.')
  await ada.page.context().setOffline(true)
  await draftOf(grace.page).click()
  await grace.page.keyboard.press('Control+Home')
  await grace.page.keyboard.type('From Grace. ')
  await saved(grace.page)
  await ada.page.waitForTimeout(600)
  await ada.page.keyboard.type(' While away.')
  await expect(offline(ada.page)).toBeVisible()
  await ada.page.context().setOffline(false)
  await saved(ada.page)
  await expect.poll(() => draftText(ada.page)).toBe('From Grace. From Ada. While away.')

  await undo(ada.page)
  await expect.poll(() => draftText(grace.page)).toBe('From Grace. From Ada.')
  await undo(ada.page)
  await undo(ada.page)
  await undo(ada.page)
  await saved(ada.page)
  await expect.poll(() => draftText(grace.page)).toBe('From Grace. ')
  await ada.page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => draftText(grace.page)).toBe('From Grace. From Ada.')
  await draftOf(grace.page).click()
  await undo(grace.page)
  await expect.poll(() => draftText(ada.page)).toBe('From Ada.')
  await ada.leave()
  await grace.leave()
})
